import {
  type HotlineMapping,
  type HotlineTable,
  type HotlineTablePreview,
  hotlineMapping,
  previewHotlineTable,
  readHotlineTable,
} from './hotline-table.ts'
import type { FileSource } from './source.ts'

/** An export of a hotline's own system, CSV or XLSX; its settings are which column holds what. */
export const importSource: FileSource<HotlineMapping, HotlineTable, HotlineTablePreview> = {
  kind: 'import',
  config: hotlineMapping,
  read: readHotlineTable,
  preview: previewHotlineTable,
}
