import { Container } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import type { OrderReconciliation } from "../../../../types/http"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import type { BesideOrder, OrderAct } from "../../../ui/beside"
import { DeletionDialog } from "../deletion/deletion-dialog"
import { EmptyState } from "../empty-state"
import { Announcer } from "../grid/announcer"
import { focusCell } from "../grid/cell-of"
import type { Put } from "../grid/edits"
import type { Ask } from "../grid/grid-typing"
import { Grid } from "../grid/grid"
import type { GridStore } from "../grid/grid-store"
import { GridStyles } from "../grid/styles"
import { StatusLine } from "../grid/status-line"
import { Toolbar } from "../grid/toolbar"
import { GridProvider } from "../grid/use-grid"
import { HistoryDrawer } from "../history/history-drawer"
import { MirrorNotice } from "../mirror-notice"
import { Notices } from "../notices"
import { ErrorActs } from "./error-acts"
import { PaymentPlan } from "../plan/payment-plan"
import { CellPopup } from "./cell-popup"
import { InferredNotice } from "./inferred-notice"
import { ItemList } from "./item-list"
import { KeyList } from "./key-list"
import { PageHeader } from "./page-header"
import { FoldedLegend, PageLegend } from "./page-legend"
import { Standing } from "./standing"
import { ThousandsDialog } from "./thousands-dialog"
import type { Desk } from "./desk"
import { Unsaved } from "./unsaved"
import { useDesk } from "./use-desk"

/** Pixels of the window below which the grid has no room: items are listed with buttons instead. */
const ROOM_FOR_GRID = 660

interface OrderDeskProps {
  order: OrderReconciliation
  canEdit: boolean
  beside: BesideOrder
}

/** Everything of an order that has been read: how it stands, the grid, and what saving would do. */
export function OrderDesk({ order, canEdit, beside }: OrderDeskProps) {
  const { desk, state } = useDesk(order, canEdit)
  const [shown, show] = useState<Shown | null>(null)
  const isNarrow = useIsNarrow(ROOM_FOR_GRID)
  const showHistory = useCallback((allocation?: string) => show({ what: "history", allocation }), [])
  return (
    <GridProvider value={desk.grid}>
      <Container className="divide-y overflow-hidden p-0">
        <PageHeader
          order={order}
          canEdit={canEdit}
          onHistory={() => show({ what: "history" })}
          {...(order.customer && { onRecord: () => show({ what: "payment" }) })}
          onDelete={() => show({ what: "deletion" })}
          onAct={(act) => show({ what: act })}
        />
        <Standing onPlace={(puts) => place(desk.grid, puts)} />
        {beside.unapplied(order, canEdit)}
        <Notices />
        <ErrorActs order={order} />
        <InferredNotice order={order} canEdit={canEdit} />
      </Container>
      {beside.requests(order)}
      {order.rows.length === 0 ? (
        <Container className="p-0">
          <EmptyState reason="zero" />
        </Container>
      ) : isNarrow ? (
        <ItemList />
      ) : (
        <GridPart desk={desk} onShowHistory={showHistory} />
      )}
      <Unsaved desk={desk} state={state} hasGrid={!isNarrow} />
      <GridStyles />
      {/* It comes and goes as the store is told of what was saved: nothing that is worked on may move for it. */}
      <MirrorNotice />
      {order.plan && (
        <Container className="divide-y overflow-hidden p-0">
          <PaymentPlan plan={order.plan} isNarrow={isNarrow} onCancel={() => show({ what: "cancelPlan" })} />
        </Container>
      )}
      {isNarrow && (
        <Container className="p-0">
          <FoldedLegend />
        </Container>
      )}
      <Opened order={order} canEdit={canEdit} beside={beside} shown={shown} onClose={() => show(null)} />
    </GridProvider>
  )
}

/** Puts what a step proposes, and goes to the first of it; false where no grid is drawn to go to. */
function place(grid: GridStore, puts: readonly Put[]): boolean {
  const [first] = puts
  // Where its item is not drawn yet, the cell takes the focus once it is.
  grid.enter()
  grid.putAndGo(puts)
  return first !== undefined && focusCell(first)
}

/** What is opened beside the page. */
interface Shown {
  readonly what: "history" | "deletion" | "payment" | OrderAct
  readonly allocation?: string | undefined
}

const ACTS: ReadonlySet<string> = new Set<OrderAct>(["refund", "plan", "cancelPlan", "terms", "writeOff"])

function actOf(shown: Shown | null): OrderAct | null {
  const what = shown?.what
  return what && ACTS.has(what) ? (what as OrderAct) : null
}

interface OpenedProps extends OrderDeskProps {
  shown: Shown | null
  onClose: () => void
}

/** Drawers and dialogs that lie over the page. */
function Opened({ order, canEdit, beside, shown, onClose }: OpenedProps) {
  return (
    <>
      <HistoryDrawer
        order={order}
        open={shown?.what === "history"}
        onClose={onClose}
        onChanged={() => undefined}
        highlightAllocation={shown?.allocation}
        mayManage={canEdit}
      />
      {beside.payment({
        accountId: order.account_id,
        about: order.customer?.name,
        orderId: order.id,
        instalments: order.plan?.instalments,
        open: shown?.what === "payment",
        onClose,
        mayManage: canEdit,
      })}
      {beside.act({ order, act: actOf(shown), onClose })}
      <DeletionDialog
        order={order}
        open={shown?.what === "deletion"}
        onClose={onClose}
        onDone={onClose}
        mayManage={canEdit}
      />
    </>
  )
}

function GridPart({ desk, onShowHistory }: { desk: Desk; onShowHistory: (allocation?: string) => void }) {
  const store = desk.grid
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Ask | null>(null)
  const [help, setHelp] = useState(false)
  const [pasted, setPasted] = useState<{ plain: string; example: string } | null>(null)
  const toggle = useCallback(
    (key: string, to?: boolean) =>
      setUnfolded((known) => {
        const next = new Set(known)
        if (to ?? !known.has(key)) next.add(key)
        else next.delete(key)
        return next
      }),
    [],
  )
  useEffect(
    () =>
      store.listen(({ what }) => {
        const row = store.rows[store.focus.row]
        if (what === "save") void desk.save()
        else if (what === "help") setHelp(true)
        else if (what === "toggle" || what === "fold" || what === "unfold") {
          if (row?.kind === "item") toggle(row.id, what === "toggle" ? undefined : what === "unfold")
        } else setAsked({ what })
      }),
    [store, desk, toggle],
  )
  const paste = (plain: string, thousands?: "." | ",") => {
    const plan = store.paste(plain, thousands)
    setPasted(plan.unclear ? { plain, example: plan.example ?? "" } : null)
  }
  return (
    <Container className="divide-y overflow-hidden p-0" data-grid-part="">
      <Toolbar onHelp={() => setHelp(true)} />
      <Grid unfolded={unfolded} onToggle={toggle} onPasted={paste} />
      <StatusLine />
      <PageLegend />
      <Announcer />
      <CellPopup ask={asked} onClose={() => setAsked(null)} onShowHistory={onShowHistory} />
      <KeyList open={help} onOpenChange={setHelp} />
      {pasted && (
        <ThousandsDialog
          example={pasted.example}
          onChoose={(sign) => paste(pasted.plain, sign)}
          onClose={() => setPasted(null)}
        />
      )}
    </Container>
  )
}
