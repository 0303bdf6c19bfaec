import type { FinishSetUpBody, SaveSetUpBody } from "../../types/http"
import type { Called } from "../money/inputs"

export interface SaveSetUpInput extends Called, SaveSetUpBody {}

export interface FinishSetUpInput extends Called, FinishSetUpBody {}
