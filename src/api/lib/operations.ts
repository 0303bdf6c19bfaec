import * as order from "../admin/reconciliation/orders/[id]/route"
import * as orderReconcile from "../admin/reconciliation/orders/[id]/reconcile/route"
import * as orderPreview from "../admin/reconciliation/orders/[id]/preview/route"
import * as orderRefunds from "../admin/reconciliation/orders/[id]/refunds/route"
import * as orderPlan from "../admin/reconciliation/orders/[id]/plan/route"
import * as instalments from "../admin/reconciliation/instalments/route"
import * as instalmentPostpone from "../admin/reconciliation/instalments/[id]/postpone/route"
import * as instalmentFail from "../admin/reconciliation/instalments/[id]/fail/route"
import * as instalmentCancel from "../admin/reconciliation/instalments/[id]/cancel/route"
import * as openItems from "../admin/reconciliation/open-items/route"
import * as accounts from "../admin/reconciliation/accounts/route"
import * as account from "../admin/reconciliation/accounts/[id]/route"
import * as accountReconcile from "../admin/reconciliation/accounts/[id]/reconcile/route"
import * as accountPreview from "../admin/reconciliation/accounts/[id]/preview/route"
import * as payments from "../admin/reconciliation/payments/route"
import * as paymentReversals from "../admin/reconciliation/payments/[id]/reversals/route"
import * as paymentWriteOffs from "../admin/reconciliation/payments/[id]/write-offs/route"
import * as orderWriteOffs from "../admin/reconciliation/orders/[id]/write-offs/route"
import * as writeOffUndo from "../admin/reconciliation/write-offs/[id]/undo/route"
import * as writeOffRequestApprove from "../admin/reconciliation/write-off-requests/[id]/approve/route"
import * as writeOffRequestDecline from "../admin/reconciliation/write-off-requests/[id]/decline/route"
import { isMutating, type Declaration, type DeclaredRoute } from "./route"

export { isMutating }

/** A route as the description of the routes and their checks see it: its path is whole. */
export interface Operation extends Declaration {
  /** Statuses of its refusals. */
  readonly errors: readonly number[]
}

type RouteFile = Readonly<Partial<Record<"GET" | "POST" | "PUT" | "DELETE", DeclaredRoute>>>

/** Every file of a route; a test holds this list against the folders. */
const FILES: readonly RouteFile[] = [
  order,
  orderReconcile,
  orderPreview,
  orderRefunds,
  orderPlan,
  instalments,
  instalmentPostpone,
  instalmentFail,
  instalmentCancel,
  openItems,
  accounts,
  account,
  accountReconcile,
  accountPreview,
  payments,
  paymentReversals,
  paymentWriteOffs,
  orderWriteOffs,
  writeOffUndo,
  writeOffRequestApprove,
  writeOffRequestDecline,
]

/** Every route of the plugin, as its file declares it. */
export const OPERATIONS: readonly Operation[] = FILES.flatMap((file) =>
  Object.values(file).map(({ declaration }) => ({
    ...declaration,
    path: `/admin/reconciliation/${declaration.path}`,
    errors: errorsOf(declaration),
  })),
)

function errorsOf(declaration: Declaration): number[] {
  const { path, findsByBody } = declaration
  const finds = path.includes("{id}") || findsByBody === true
  return [400, 401, 403, ...(finds ? [404] : []), ...(isMutating(declaration) ? [409] : [])]
}
