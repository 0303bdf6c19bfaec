import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { CardView } from "../../../src/admin/features/order/card/card-view"
import { RequestError } from "../../../src/admin/lib/client"
import type { OrderAnswer } from "../../../src/types/http"
import { ORDERS, UNREAD } from "./orders"

interface ShownCard {
  readonly name: string
  readonly answer?: OrderAnswer
  readonly error?: RequestError
  readonly isAuthorized?: boolean
}

const FORBIDDEN = new RequestError("forbidden", 403, null)
const CARDS: readonly ShownCard[] = [
  ...Object.entries(ORDERS).map(([name, answer]) => ({ name, answer })),
  { name: "authorised", answer: ORDERS["nothing paid"], isAuthorized: true },
  { name: "not read yet", answer: UNREAD },
  { name: "loading" },
  { name: "no right to see", error: FORBIDDEN },
  { name: "server not reached", error: new RequestError("gone", null, null) },
]

/** Somebody whose policies the host has read: with some rights, or with any. */
function Somebody({ rights, children }: { rights?: readonly string[]; children: ReactNode }) {
  const [client] = useState(() => {
    const made = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
    if (rights) made.setQueryData(["me-permissions"], { permissions: rights })
    return made
  })
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

/** The order's card in every state, in columns as wide as the host's. */
export function Cards() {
  return (
    <div
      data-cards=""
      style={{
        display: "grid",
        gap: 12,
        gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 440px), 1fr))",
      }}
    >
      <Somebody>
        {CARDS.map((card) => (
          <Card key={card.name} {...card} />
        ))}
      </Somebody>
      <Somebody rights={["reconciliation:view"]}>
        <Card name="may not change" answer={ORDERS["partly reconciled"]} />
      </Somebody>
    </div>
  )
}

function Card({ name, answer, error, isAuthorized = false }: ShownCard) {
  return (
    <div data-card={name} style={{ maxWidth: 440 }}>
      <p className="txt-compact-small text-ui-fg-subtle">{name}</p>
      <CardView
        orderId="order_1"
        answer={answer}
        error={error ?? null}
        onRetry={() => undefined}
        isAuthorized={isAuthorized}
      />
    </div>
  )
}
