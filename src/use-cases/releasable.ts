import type { ForetoldView, ReleasePayload } from '#contracts/release.ts'
import type { PersonView } from '#contracts/views.ts'
import type { ReleaseKind } from '#domain/release/release.ts'
import type { Result } from '#domain/result.ts'
import type { Queryable, Transaction } from '#store/database.ts'
import { callPosts, foretellCall, mayCall } from './call-posts.ts'
import type { Context } from './context.ts'
import { decideGradeTogether } from './decide-grade.ts'
import { foretellGrade } from './foretell-grade.ts'
import { foretellJoin } from './foretell-join.ts'
import { holdOpenIncident } from './hold-open-incident.ts'
import { joinIncidents, mayJoin } from './join-incidents.ts'
import { foretellReply, maySignReply, signReply } from './sign-reply.ts'
import { foretellStrikeOff, mayStrikeOff, strikeOff } from './strike-off.ts'

/** Who asked, and who agreed; `second` is null where the asker broke the glass. */
export type People = { first: PersonView; second: PersonView | null }

/** What stands behind a request of one kind. */
export type Releasable<Payload> = {
  /** What is in the way of asking; it takes its own locks, in the order the carrying out takes them. */
  mayAsk(context: Context, tx: Transaction, incidentId: string, payload: Payload): Promise<Result<unknown>>
  /** What will happen, line by line, as things stand now. */
  foretell(context: Context, db: Queryable, incidentId: string, payload: Payload): Promise<ForetoldView[]>
  /** Does it and records its events; checks everything anew and writes nothing before it refuses. */
  carryOut(
    context: Context,
    tx: Transaction,
    incidentId: string,
    payload: Payload,
    people: People,
  ): Promise<Result<unknown>>
}

/** Everything that takes two persons; a kind that is null can not be asked for yet. */
export const releasable: { [K in ReleaseKind]: Releasable<ReleasePayload<K>> | null } = {
  merge: {
    mayAsk: (context, tx, incidentId, { intoId }) => mayJoin(context, tx, { incidentId, intoId }),
    foretell: (context, db, incidentId, { intoId }) => foretellJoin(context, db, { incidentId, intoId }),
    carryOut: (context, tx, incidentId, { intoId }) => joinIncidents(context, tx, { incidentId, intoId }),
  },
  grade_one: {
    mayAsk: (context, tx, incidentId) => holdOpenIncident(context, tx, incidentId, 'regrade_incident'),
    foretell: (_context, db, incidentId, { grade }) => foretellGrade(db, { incidentId, grade }),
    carryOut: decideGradeTogether,
  },
  mass_call_out: {
    mayAsk: (context, tx, incidentId, { posts }) => mayCall(context, tx, incidentId, posts),
    foretell: async (_context, _db, _incidentId, { posts }) => foretellCall(posts),
    carryOut: (context, tx, incidentId, { posts }, { first }) =>
      callPosts(context, tx, { incidentId, posts }, first),
  },
  public_reply: {
    mayAsk: (context, tx, incidentId, { replyId }) => maySignReply(context, tx, incidentId, replyId),
    foretell: (_context, db, _incidentId, { replyId }) => foretellReply(db, replyId),
    carryOut: (context, tx, incidentId, { replyId }) => signReply(context, tx, incidentId, replyId),
  },
  supervision_closed: {
    mayAsk: (context, tx, incidentId, payload) => mayStrikeOff(context, tx, incidentId, payload),
    foretell: (_context, db, incidentId, payload) => foretellStrikeOff(db, incidentId, payload),
    carryOut: (context, tx, incidentId, payload, people) =>
      strikeOff(context, tx, incidentId, payload, people),
  },
}
