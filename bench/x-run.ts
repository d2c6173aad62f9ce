import { correlateParts } from './correlate.ts'
import { printTable } from './table.ts'

printTable(correlateParts())
