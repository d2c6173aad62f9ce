import { readColleagues } from '#actions/alerts.ts'
import { readBoard, readFindings, readIncident, readPulse } from '#actions/board.ts'
import { readCalls, readNotices } from '#actions/calls.ts'
import { readPauses } from '#actions/clocks.ts'
import { readAssessment } from '#actions/grading.ts'
import { readHandling, readSupervisions, readTasks } from '#actions/handling.ts'
import { readLedger, readProceedings } from '#actions/ledger.ts'
import { readRegister } from '#actions/register.ts'
import { readReleases } from '#actions/releases.ts'
import { readOwedReport } from '#actions/reports.ts'
import { readDuty, readShift } from '#actions/roster.ts'
import { readTracks } from '#actions/tracks.ts'

export const dynamic = 'force-dynamic'

type Read = (asked: URLSearchParams) => Promise<unknown>

const reads = new Map<string, Read>([
  ['board', () => readBoard(undefined)],
  ['pulse', () => readPulse(undefined)],
  ['incident', (asked) => readIncident({ incidentId: asked.get('incidentId') ?? '' })],
  ['assessment', (asked) => readAssessment({ incidentId: asked.get('incidentId') ?? '' })],
  ['handling', (asked) => readHandling({ incidentId: asked.get('incidentId') ?? '' })],
  ['calls', (asked) => readCalls({ incidentId: asked.get('incidentId') ?? '' })],
  ['notices', (asked) => readNotices({ locale: asked.get('locale') as 'zh' | 'en' })],
  ['register', (asked) => readRegister(Object.fromEntries(asked))],
  ['tasks', () => readTasks(undefined)],
  ['duty', () => readDuty(undefined)],
  ['shift', () => readShift(undefined)],
  ['supervisions', () => readSupervisions(undefined)],
  ['tracks', (asked) => readTracks({ incidentId: asked.get('incidentId') ?? '' })],
  ['colleagues', () => readColleagues(undefined)],
  ['pauses', (asked) => readPauses({ incidentId: asked.get('incidentId') ?? '' })],
  ['findings', () => readFindings(undefined)],
  ['owedReport', () => readOwedReport(undefined)],
  ['releases', () => readReleases(undefined)],
  ['ledger', (asked) => readLedger({ incidentId: asked.get('incidentId') ?? '' })],
  ['proceedings', (asked) => readProceedings({ incidentId: asked.get('incidentId') ?? '' })],
])

/** What open screens read again and again, as a plain request: an acceptance must not wait in line behind it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ what: string }> },
): Promise<Response> {
  const read = reads.get((await params).what)
  if (!read) return new Response(null, { status: 404 })
  const answer = await read(new URL(request.url).searchParams)
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}
