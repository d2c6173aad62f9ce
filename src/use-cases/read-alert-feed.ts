import { createHash, timingSafeEqual } from 'node:crypto'
import { alertFeed } from '#channels/alert-feed.ts'
import { capDocument } from '#channels/cap.ts'
import type { PublicFact } from '#channels/public-fact.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { publicOrigin } from '#platform/public-origin.ts'
import { readHouseKey } from '#store/channels.ts'
import { placeOf } from '#store/gazetteer.ts'
import { numberOf } from '#store/incident-view.ts'
import { type FullIncident, findIncident, openIncidents } from '#store/incidents.ts'
import type { Context } from './context.ts'
import { feedKey } from './list-channels.ts'

/** Open incidents as Atom with GeoRSS points; watched ones stay inside. Refusals: feed_token_wrong. */
export async function readAlertFeed(context: Context, { token }: { token: string }): Promise<Result<string>> {
  if (!(await isFeedToken(context, token))) return refusal('feed_token_wrong')
  const incidents = await openIncidents(context.db)
  const facts = incidents.filter(({ grade }) => grade !== 'watch').map(factOf)
  return ok(alertFeed(facts, { ...house(), token, now: context.now }))
}

/** One incident as CAP 1.2. Refusals: feed_token_wrong, no_such_incident. */
export async function readCap(
  context: Context,
  { token, incidentId }: { token: string; incidentId: string },
): Promise<Result<string>> {
  if (!(await isFeedToken(context, token))) return refusal('feed_token_wrong')
  const found = /^[0-9a-f-]{36}$/i.test(incidentId) ? await findIncident(context.db, incidentId) : null
  if (!found || found.mergedInto || found.grade === 'watch') return refusal('no_such_incident')
  return ok(capDocument(factOf(found), house()))
}

async function isFeedToken({ db }: Context, token: string): Promise<boolean> {
  const standing = await readHouseKey(db, feedKey)
  if (!standing?.token) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(token), digest(standing.token))
}

function house() {
  return { origin: publicOrigin(), drill: env().REALM === 'drill' }
}

function factOf(incident: FullIncident): PublicFact {
  const { id, grade, placeCode, postCount, official, openedAt, lastPostAt, version, alerts } = incident
  const place = placeOf(placeCode)
  return {
    ...{ id, grade, official, openedAt, version },
    number: numberOf(incident),
    danger: incident.danger.length > 0 && !incident.dangerOver,
    place: place && {
      code: place.code,
      name: `${place.county ?? ''}${place.name}`,
      lat: place.lat,
      lng: place.lng,
    },
    posts: postCount,
    workers: incident.workers?.min ?? null,
    accepted: alerts.filter(({ state }) => state === 'accepted').length,
    asked: alerts.length,
    changedAt: incident.closedAt ?? lastPostAt,
    closed: incident.state === 'closed',
  }
}
