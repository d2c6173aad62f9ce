import type { AuditFinding } from '#contracts/audit.ts'
import type { PausesView } from '#contracts/clock.ts'
import type { AssessmentView } from '#contracts/grading.ts'
import type { HandlingView, SupervisionListView, TaskListView } from '#contracts/handling.ts'
import type { IncidentDetailView } from '#contracts/incident-detail.ts'
import type { ColleagueView } from '#contracts/lease.ts'
import type { LedgerView } from '#contracts/ledger.ts'
import type { NoticeView, PageView } from '#contracts/paging.ts'
import type { ProceedingsView } from '#contracts/proceedings.ts'
import type { RegisterView } from '#contracts/register.ts'
import type { ReleaseItemView } from '#contracts/release.ts'
import type { OwedReportView } from '#contracts/report.ts'
import type { DutyView, ShiftView } from '#contracts/roster.ts'
import type { TracksView } from '#contracts/track.ts'
import type { BoardView, PulseView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'

/** Parts of one incident, each read by its id. */
export type IncidentReadings = {
  incident: IncidentDetailView
  assessment: AssessmentView
  handling: HandlingView
  ledger: LedgerView
  calls: PageView[]
  proceedings: ProceedingsView
  pauses: PausesView
  tracks: TracksView
}
type Readings = IncidentReadings & {
  releases: ReleaseItemView[]
  owedReport: OwedReportView
  duty: DutyView
  shift: ShiftView
  findings: AuditFinding[]
  notices: NoticeView[]
  colleagues: ColleagueView[]
  board: BoardView
  pulse: PulseView
  register: RegisterView
  tasks: TaskListView
  supervisions: SupervisionListView
}

/** Next sends a page's actions one after another; readings go beside them, so that a press of 接收 leaves at once. */
export async function read<What extends keyof Readings>(
  what: What,
  asked: Record<string, string> = {},
): Promise<Result<Readings[What]>> {
  const answer = await fetch(`/api/read/${what}?${new URLSearchParams(asked)}`)
  if (!answer.ok) throw new Error(`reading ${what}: ${answer.status}`)
  return answer.json()
}
