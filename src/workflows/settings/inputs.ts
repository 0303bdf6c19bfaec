import type { ChangeSettingsBody } from "../../types/http"
import type { Called } from "../money/inputs"

export interface ChangeSettingsInput extends Called, ChangeSettingsBody {}
