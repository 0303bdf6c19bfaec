import type {
  OpeningBalanceRowView,
  OpeningBalanceSumView,
  PaidOpeningBalanceView,
  PostedOpeningBalancesView,
  UndoneOpeningBalanceView,
} from "../../../types/http"
import type { ReconciliationError } from "../domain/errors"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { once, type Request, type Told } from "../ledger/idempotency"
import { lockOpening } from "../opening-balances/find"
import { payOpening, payOpeningRequestOf, type PayOpeningRequest } from "../opening-balances/pay"
import { postOpeningBalances, type OpeningRow, type PostedRow } from "../opening-balances/post"
import { refuseOpening } from "../opening-balances/refusals"
import { undoOpening, undoOpeningRequestOf, type UndoOpeningRequest } from "../opening-balances/undo"
import {
  pageOfOpeningBalances,
  sumsOf,
  sumsOfOpeningBalances,
  viewOpeningBalance,
  viewOpeningBalances,
  type OpeningBalanceFilter,
  type OpeningBalancePage,
} from "../opening-balances/view"
import { Acts, type Acted } from "./acts"
import type { Parts } from "./parts"

export interface PostOpeningBalances {
  /** Each as it can be posted, or why it cannot. */
  readonly rows: readonly (OpeningRow | ReconciliationError)[]
  /** Each as it was sent: what is looked up of it may come out otherwise the next time. Absent where nothing was looked up. */
  readonly sent?: readonly Told[] | undefined
  /** The first day of the store's books; null where every row says its day. */
  readonly goLiveOn: string | null
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

/** What customers owed or had before the store's books began. */
export class OpeningBalances {
  private readonly acts: Acts

  constructor(private readonly parts: Parts) {
    this.acts = new Acts(parts)
  }

  /**
   * Posts opening balances, all or none, in one transaction.
   *
   * @throws batch_refused, which names each row's code | currency_digits_changed | idempotency_key_reused
   */
  async post(input: PostOpeningBalances): Promise<PostedOpeningBalancesView> {
    const request = postRequestOf(input)
    return once(this.parts.database, request, async (session) => {
      const rows = await this.postIn(session, input, request)
      const refused = rows.flatMap((row, place) => ("refused" in row ? [{ row: place + 1, ...row }] : []))
      if (refused.length > 0) throw refuseOpening.batch(refused, rows.length)
      return viewPosted(session, rows, { isPreview: false })
    })
  }

  /** What post would do with each row, were all that are right posted. */
  async previewPost(input: PostOpeningBalances): Promise<PostedOpeningBalancesView> {
    return this.parts.database.dryRun(async (session) =>
      viewPosted(session, await this.postIn(session, input), { isPreview: true }),
    )
  }

  /** @throws cursor_malformed */
  async list(filter: OpeningBalanceFilter): Promise<OpeningBalancePage> {
    return pageOfOpeningBalances(this.parts.database, filter)
  }

  /** What those that stand come to, by currency. */
  async sums(accountId?: string): Promise<OpeningBalanceSumView[]> {
    return sumsOfOpeningBalances(this.parts.database, accountId)
  }

  /**
   * Pays one that is owed with what lies on its account.
   *
   * @throws opening_not_found | opening_undone | opening_not_owed | opening_credit_not_open | opening_without_money |
   *   amount_above_open | amount_malformed …
   */
  async pay(input: PayOpeningRequest): Promise<Acted<PaidOpeningBalanceView>> {
    const request = payOpeningRequestOf(input)
    return once(this.parts.database, request, (session) => this.payIn(session, input, request))
  }

  /** What pay would do now. @throws as pay */
  async previewPay(input: PayOpeningRequest): Promise<PaidOpeningBalanceView> {
    return this.acts.preview((session) => this.payIn(session, input))
  }

  /** @throws opening_not_found | opening_undone | opening_used | opening_stays | has_dependants | dependant_stays */
  async undo(input: UndoOpeningRequest): Promise<Acted<UndoneOpeningBalanceView>> {
    const request = undoOpeningRequestOf(input)
    return once(this.parts.database, request, (session) => this.undoIn(session, input, request))
  }

  /** What undo would do now. @throws as undo */
  async previewUndo(input: UndoOpeningRequest): Promise<UndoneOpeningBalanceView> {
    return this.acts.preview((session) => this.undoIn(session, input))
  }

  private async postIn(
    session: Session,
    { rows, goLiveOn, context }: PostOpeningBalances,
    request?: Request,
  ): Promise<PostedRow[]> {
    const { matchingCodes: codes, timeZone } = this.parts.settings
    const today = this.parts.today()
    return postOpeningBalances(session, rows, { context, codes, timeZone, today, goLiveOn, request })
  }

  private async payIn(
    session: Session,
    input: PayOpeningRequest,
    request?: Request,
  ): Promise<Acted<PaidOpeningBalanceView>> {
    const terms = this.acts.terms(null, request)
    const standing = await lockOpening(session, input.id)
    const accountIds = [standing.account.id]
    return this.acts.acting<PaidOpeningBalanceView>(session, accountIds, async () => {
      const allocated = await payOpening(session, standing, { ...input, ...terms })
      return {
        accountIds,
        context: input.context,
        tell: async () => ({
          opening_balance: await viewOpeningBalance(session, standing.item.id),
          allocated,
        }),
      }
    })
  }

  private async undoIn(
    session: Session,
    input: UndoOpeningRequest,
    request?: Request,
  ): Promise<Acted<UndoneOpeningBalanceView>> {
    const terms = this.acts.terms(null, request)
    const standing = await lockOpening(session, input.id)
    const accountIds = [standing.account.id]
    return this.acts.acting<UndoneOpeningBalanceView>(session, accountIds, async () => {
      const released = await undoOpening(session, standing, { ...input, ...terms })
      return {
        accountIds,
        context: input.context,
        tell: async () => ({
          opening_balance: await viewOpeningBalance(session, standing.item.id),
          released,
        }),
      }
    })
  }
}

/** Keys that were used before rows were told as they were sent are known by what had been looked up of them, as they ever were. */
function postRequestOf({ rows, sent, goLiveOn, idempotencyKey: key, context }: PostOpeningBalances): Request {
  const lookedUp = rows.map((row) =>
    "customerId" in row
      ? [
          [row.customerId, row.currencyCode, row.digits, row.balance, row.amount],
          [row.date, row.dueOn, row.documentNumber, row.memo, row.confirmed],
        ]
      : [row.code, { ...row.ids }],
  )
  return {
    operation: "post_opening_balances",
    key,
    content: [sent ?? lookedUp, goLiveOn, context.reason],
    formerly: [lookedUp, goLiveOn, context.reason],
  }
}

async function viewPosted(
  session: Session,
  rows: readonly PostedRow[],
  { isPreview }: { readonly isPreview: boolean },
): Promise<PostedOpeningBalancesView> {
  const posted = rows.flatMap((row) => ("posted" in row ? [row] : []))
  const views = await viewOpeningBalances(
    session,
    posted.map((row) => row.posted),
  )
  return {
    posted: posted.length,
    refused: rows.length - posted.length,
    sums: sumsOf(
      posted.map(({ item: { side, amount }, account: { currencyCode, digits } }) => ({
        currency_code: currencyCode,
        digits,
        side,
        amount,
        count: 1,
      })),
    ),
    rows: rows.map((one, place): OpeningBalanceRowView => {
      const row = place + 1
      if ("refused" in one) {
        const { type, code, message, ids, remedy } = one.refused
        return { row, opening_balance: null, error: { type, code, message, ids: { ...ids }, remedy } }
      }
      const view = views.get(one.posted)
      if (!view) throw new Error(`opening balance ${one.posted} vanished`)
      return { row, opening_balance: isPreview ? { ...view, id: `new:${row}` } : view, error: null }
    }),
  }
}
