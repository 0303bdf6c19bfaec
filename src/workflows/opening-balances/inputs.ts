import type { PayOpeningBalanceBody, PostOpeningBalancesBody, UndoOpeningBalanceBody } from "../../types/http"
import type { Called } from "../money/inputs"

export interface PostOpeningBalancesInput extends Called, PostOpeningBalancesBody {}

export interface PayOpeningBalanceInput extends Called, PayOpeningBalanceBody {
  opening_balance_id: string
}

export interface UndoOpeningBalanceInput extends Called, UndoOpeningBalanceBody {
  opening_balance_id: string
}
