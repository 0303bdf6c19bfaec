import type { MembershipView, PlannedPaymentView, UnappliedView } from "../../../../types/http"
import type { MovedMoney } from "../money/move-drawer"
import type { MoneyPaidBack } from "../money/pay-back-drawer"
import type { UndoneAct } from "../money/undo-dialog"
import type { DeletedFrom } from "./deletion-dialog"
import type { InstalmentAct } from "./instalment-drawer"
import type { TakenBackMoney } from "./reversal-drawer"
import type { WrittenOff } from "./use-write-off"

/** An act that somebody has begun: its drawer or dialog stands over the page. */
export type Asked =
  | { readonly act: "reconcile" }
  | { readonly act: "apply"; readonly item: UnappliedView; readonly orderId?: string | undefined }
  | { readonly act: "delete"; readonly of: DeletedFrom }
  | { readonly act: "reverse"; readonly of: TakenBackMoney }
  | { readonly act: "move"; readonly of: MovedMoney }
  | { readonly act: "payBack"; readonly of: MoneyPaidBack }
  | { readonly act: "undo"; readonly of: UndoneAct }
  | { readonly act: "writeOff"; readonly of: WrittenOff }
  | { readonly act: "instalment"; readonly payment: PlannedPaymentView; readonly what: InstalmentAct }
  | { readonly act: "join" }
  | { readonly act: "takeOut"; readonly of: MembershipView }
