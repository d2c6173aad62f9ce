import { randomInt } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'

/** Sixteen characters that survive being read over the phone: no 0 O 1 l I, about 79 bits. */
export function newPassword(): string {
  const letter = () => readable[randomInt(readable.length)]
  const group = () => Array.from({ length: 4 }, letter).join('')
  return [group(), group(), group(), group()].join('-')
}

/** scrypt with its own salt, in the form the sign-in checks. */
export function hashOf(password: string): Promise<string> {
  return hashPassword(password)
}

export function isPasswordOf(hash: string, password: string): Promise<boolean> {
  return verifyPassword({ hash, password })
}

const readable = '23456789abcdefghjkmnpqrstuvwxyz'
