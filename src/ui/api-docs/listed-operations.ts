import type { DescribedOperation, OpenApi } from '#contracts/api/openapi.ts'

export type ListedOperation = { method: string; path: string; described: DescribedOperation }

/** The operations of the document in its own order. */
export function listedOperations({ paths }: OpenApi): ListedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      described,
    })),
  )
}
