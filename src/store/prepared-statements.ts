import type { Sql, TransactionSql } from 'postgres'

/** Longer statements are lists of changing length; each would be kept for the life of the connection and hardly come again. */
const parametersMax = 60

/**
 * Drizzle sends each query as if it were new, which costs a question about its parameters, an answer and a plan every
 * time. Kept by name on the connection, it is one way there and back.
 */
export function keepStatements(client: Sql): Sql {
  keepIn(client)
  const begin = client.begin as unknown as Begin
  client.begin = ((...given: unknown[]) => {
    const work = given.pop() as (tx: TransactionSql) => unknown
    return begin(...given, (tx: TransactionSql) => work(keepIn(tx)))
  }) as unknown as typeof client.begin
  return client
}

type Begin = (...given: unknown[]) => Promise<unknown>
type Unsafe = (query: string, parameters?: unknown[], options?: object) => unknown

function keepIn<Client extends Sql | TransactionSql>(client: Client): Client {
  const unsafe = client.unsafe as unknown as Unsafe
  const kept: Unsafe = (query, parameters = [], options = {}) =>
    unsafe(query, parameters, {
      ...options,
      prepare: parameters.length > 0 && parameters.length <= parametersMax,
    })
  client.unsafe = kept as unknown as Client['unsafe']
  return client
}
