import type { MoveMoneyBody, PayBackBody, UndoBody, UndoMoveBody } from "../../types/http"

export interface Called {
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
}

export interface MoveMoneyInput extends Called, MoveMoneyBody {
  /** The id of an open item, or of a capture of the host (capt_…). */
  payment_id: string
}

export interface UndoMoveInput extends Called, UndoMoveBody {
  move_id: string
}

export interface PayBackInput extends Called, PayBackBody {
  /** The id of an open item, or of a capture of the host (capt_…). */
  payment_id: string
}

export interface UndoPayBackInput extends Called, UndoBody {
  pay_back_id: string
}

export interface UndoReversalInput extends Called, UndoBody {
  /** The id of an open item, or of a capture of the host (capt_…). */
  payment_id: string
  /** 1 of the reversal "12.1". */
  number: number
}
