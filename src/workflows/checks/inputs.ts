import type { Called } from "../money/inputs"

export type CheckLedgerInput = Called

export interface RepairFindingInput extends Called {
  check_id: string
  finding_id: string
}

export interface RebuildOrderInput extends Called {
  order_id: string
  version?: number | undefined
}
