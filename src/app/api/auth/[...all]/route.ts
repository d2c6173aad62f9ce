import { auth, authSettings } from '#auth/auth.ts'
import { answerAuth } from '#auth/auth-door.ts'

export async function POST(request: Request): Promise<Response> {
  return answerAuth(auth(), authSettings(), request)
}
