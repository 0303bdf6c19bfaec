import type { StartRunBody, UndoRunBody } from "../../types/http"
import type { Called } from "../money/inputs"

export interface StartRunInput extends Called, StartRunBody {}

export interface UndoRunInput extends Called, UndoRunBody {
  run_id: string
}

export interface CancelRunInput extends Called {
  run_id: string
}
