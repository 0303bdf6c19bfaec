import { Button } from "@medusajs/ui"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { DeletionDialog } from "../../../src/admin/features/order/deletion/deletion-dialog"
import { HistoryDrawer } from "../../../src/admin/features/order/history/history-drawer"
import { HistoryList } from "../../../src/admin/features/order/history/history-list"
import type { EditedOrder } from "../../../src/admin/features/order/use-edits"
import { orderKey, useOrderReconciliation } from "../../../src/admin/features/order/use-order-reconciliation"
import { WhyPanel } from "../../../src/admin/features/order/why/why-panel"
import type { MatrixCell, OrderReconciliation } from "../../../src/types/http"
import { answerInPlaceOfTheServer } from "./fake-answers"
import { orderOf } from "./history-data"

answerInPlaceOfTheServer()

const client = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } })
const ORDERS = ["order_38", "order_moved_on", "order_refused"]
for (const id of ORDERS) client.setQueryData(orderKey(id), orderOf(id))

/** The history of an order, why an amount is there, and deleting: each in its states, answered without a server. */
export function HistoryParts({
  section: Section,
}: {
  section: (props: { name: string; children: ReactNode }) => ReactNode
}) {
  return (
    <QueryClientProvider client={client}>
      <Section name="history">
        <Frame>
          <Listed id="order_38" asking="30" />
        </Frame>
      </Section>
      <Section name="history states">
        {["order_loading", "order_new", "order_broken", "order_forbidden"].map((id) => (
          <Frame key={id}>
            <Listed id={id} />
          </Frame>
        ))}
      </Section>
      <Section name="history drawer">
        <Acts />
      </Section>
      <Section name="why">
        <Why row="line:course" column="12" />
        <Why row="line:book" column="15" />
        <Why row="line:violin" column="11" />
      </Section>
    </QueryClientProvider>
  )
}

/** As wide as the drawer. */
function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="border-ui-border-base mb-3 rounded-lg border" style={{ maxWidth: 560 }}>
      {children}
    </div>
  )
}

function Listed({ id, asking: first = null }: { id: string; asking?: string | null }) {
  const [asking, setAsking] = useState<string | null>(first)
  return (
    <HistoryList
      order={orderOf(id)}
      sought={{}}
      asking={asking}
      onAsk={setAsking}
      onChanged={() => undefined}
      mayManage
    />
  )
}

function Why({ row, column }: Pick<MatrixCell, "row" | "column">) {
  const [told, setTold] = useState("")
  const order = orderOf("order_38")
  const cell = order.cells.find((one) => one.row === row && one.column === column)
  if (!cell) return null
  return (
    <div className="shadow-elevation-flyout mb-3 w-fit max-w-full rounded-lg">
      <WhyPanel
        cell={cell}
        order={order}
        onUndoAmount={() => undefined}
        onShowHistory={() => undefined}
        onClose={() => setTold("Closed")}
        mayManage={column === "12"}
      />
      <output className="sr-only">{told}</output>
    </div>
  )
}

/** What is open: how, and of which order. */
type Opened = {
  what: "history" | "deletion"
  id: string
  columns?: string[]
  sought?: string
  mayNot?: boolean
}

const OPENERS: Record<string, Opened> = {
  History: { what: "history", id: "order_38" },
  "History at the cheque": { what: "history", id: "order_38", sought: "200" },
  "History of an order that moved on": { what: "history", id: "order_moved_on" },
  "History, looking only": { what: "history", id: "order_38", mayNot: true },
  "History without the right": { what: "history", id: "order_refused" },
  "Delete a cheque": { what: "deletion", id: "order_38", columns: ["12"] },
  "Delete all": { what: "deletion", id: "order_38" },
  "Delete of an order that moved on": { what: "deletion", id: "order_moved_on", columns: ["12"] },
}

function Acts() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [told, setTold] = useState("")
  const onDone = ({ edit }: EditedOrder) => {
    setTold(`Changed by ${edit.change_id}`)
    setOpened((now) => (now?.what === "deletion" ? null : now))
  }
  return (
    <div className="flex flex-wrap gap-2">
      {Object.entries(OPENERS).map(([name, how]) => (
        <Button key={name} size="small" variant="secondary" type="button" onClick={() => setOpened(how)}>
          {name}
        </Button>
      ))}
      <output data-told="">{told}</output>
      {ORDERS.map((id) => (
        <Opening
          key={id}
          id={id}
          opened={opened?.id === id ? opened : null}
          onClose={() => setOpened(null)}
          onDone={onDone}
        />
      ))}
    </div>
  )
}

interface OpeningProps {
  id: string
  opened: Opened | null
  onClose: () => void
  onDone: (edited: EditedOrder) => void
}

/** Reads the order as a page does, so that a new version arrives. */
function Opening({ id, opened, onClose, onDone }: OpeningProps) {
  const { data } = useOrderReconciliation(id, "")
  const order: OrderReconciliation = data?.read ? data : orderOf(id)
  return (
    <>
      <HistoryDrawer
        order={order}
        open={opened?.what === "history"}
        onClose={onClose}
        onChanged={onDone}
        highlightAllocation={opened?.sought}
        mayManage={!opened?.mayNot}
      />
      <DeletionDialog
        order={order}
        columns={opened?.columns}
        open={opened?.what === "deletion"}
        onClose={onClose}
        onDone={onDone}
      />
    </>
  )
}
