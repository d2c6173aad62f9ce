'use server'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { isLocale, localeCookie } from '#i18n/locale.ts'

const yearSeconds = 365 * 86_400
const themes = z.enum(['system', 'dark', 'light'])
const keep = { path: '/', sameSite: 'lax', maxAge: yearSeconds } as const

/** Remembers the reader's language on this device; nobody need be signed in. */
export async function chooseLocale(locale: string): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, keep)
}

/** Remembers light or dark on this device; `system` follows the device. */
export async function chooseTheme(theme: string): Promise<void> {
  const chosen = themes.safeParse(theme)
  if (chosen.success) (await cookies()).set('anxin-theme', chosen.data, keep)
}
