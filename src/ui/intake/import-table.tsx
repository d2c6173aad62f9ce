'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { intakeChannels } from '#contracts/commands.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { buttonLook } from '#ui/primitives/button.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportReport } from './import-report.tsx'
import type { IntakeChannel } from './read-intake.ts'
import {
  type Answer,
  sendTable,
  type TableImported,
  type TablePreview,
  tableImported,
  tablePreview,
} from './table-answers.ts'
import { guessedMapping, type Mapping } from './table-columns.ts'

export type ImportSettings = { sender: string; mapping: Mapping; defaultChannel: IntakeChannel }

type Stage =
  | { name: 'choose' }
  | { name: 'reading' }
  | { name: 'preview'; file: File; preview: TablePreview; busy: boolean }
  | { name: 'done'; imported: TableImported }

type Problem = Extract<Answer<never>, { ok: false }>

/** A hotline export: choose the file, look at its columns, import; doing it again changes nothing. */
export function ImportTable() {
  const t = useTranslations('import')
  const [stage, setStage] = useState<Stage>({ name: 'choose' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [settings, setSettings] = useState<ImportSettings>({
    sender: '',
    mapping: {},
    defaultChannel: '12345',
  })
  const choose = async (file: File) => {
    setProblem(null)
    setStage({ name: 'reading' })
    const answer = await sendTable('/api/import/preview', file, {}, tablePreview)
    if (!answer.ok) {
      setProblem(answer)
      return setStage({ name: 'choose' })
    }
    setSettings((before) => recognised(before, answer.value))
    setStage({ name: 'preview', file, preview: answer.value, busy: false })
  }
  const run = async () => {
    if (stage.name !== 'preview') return
    setProblem(null)
    setStage({ ...stage, busy: true })
    const { sender, mapping, defaultChannel } = settings
    const told = encodeURIComponent(JSON.stringify({ sender, mapping: { ...mapping, defaultChannel } }))
    const answer = await sendTable('/api/import', stage.file, { 'x-anxin-import': told }, tableImported)
    if (answer.ok) return setStage({ name: 'done', imported: answer.value })
    setProblem(answer)
    setStage({ ...stage, busy: false })
  }
  const start = () => setStage({ name: 'choose' })
  return (
    <Panel caption={t('title')} note={t('note')}>
      <div className="mt-4 flex flex-col gap-4">
        {stage.name === 'choose' || stage.name === 'reading' ? (
          <FileChoice busy={stage.name === 'reading'} choose={choose} />
        ) : null}
        {stage.name === 'preview' ? (
          <ImportPreview
            fileName={stage.file.name}
            preview={stage.preview}
            busy={stage.busy}
            settings={settings}
            change={(part) => setSettings((before) => ({ ...before, ...part }))}
            run={run}
            other={start}
          />
        ) : null}
        {stage.name === 'done' ? <ImportReport imported={stage.imported} again={start} /> : null}
        <ImportProblem problem={problem} />
      </div>
    </Panel>
  )
}

/** The server's guess, or what an officer set for this sender last time. */
function recognised(before: ImportSettings, preview: TablePreview): ImportSettings {
  const channel = intakeChannels.find((one) => one === preview.mapping.defaultChannel)
  return {
    sender: preview.sender ?? before.sender,
    mapping: guessedMapping(preview),
    defaultChannel: channel ?? before.defaultChannel,
  }
}

function FileChoice({ busy, choose }: { busy: boolean; choose: (file: File) => void }) {
  const t = useTranslations('import')
  const id = useId()
  return (
    <div>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,.xlsx,text/csv"
        className="peer sr-only"
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) choose(file)
          event.target.value = ''
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonLook({})} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent max-md:h-12`}
      >
        {t(busy ? 'reading' : 'choose')}
      </label>
    </div>
  )
}

function ImportProblem({ problem }: { problem: Problem | null }) {
  const t = useTranslations('import')
  const refusalText = useRefusalText()
  if (!problem) return null
  return (
    <p role="alert" className="border-l-2 border-t1 pl-3 text-desk-body font-semibold text-t1">
      {problem.refusal ? refusalText(problem.refusal) : t('unreachable')}
    </p>
  )
}
