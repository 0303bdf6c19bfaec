import { ArrowRight } from "@medusajs/icons"
import { clx, Container, Skeleton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { OrderAnswer } from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { reconciliationPath } from "../../../lib/paths"
import { useWords } from "../../../lib/use-words"
import { MorePanel } from "../../../ui/more-panel"
import { StepLine } from "../next-step-view"
import { ReconcileButton } from "../reconcile-button"
import { OrderViewProvider, useNewOrderView } from "../use-order-view"
import { CardHead, PlainHead } from "./card-head"
import { CardError } from "./card-error"
import { ReadCard } from "./read-card"

interface CardViewProps {
  readonly orderId: string
  /** Undefined while it is read, or when it could not be. */
  readonly answer: OrderAnswer | undefined
  readonly error: RequestError | null
  readonly onRetry: () => void
  /** Whether the host holds an authorised payment of the order. */
  readonly isAuthorized: boolean
  readonly className?: string | undefined
}

/** How an order stands, and the one next step: the card on the order's own page. */
export function CardView({ orderId, answer, error, className, ...card }: CardViewProps) {
  const isLoading = !answer && !error
  const read = answer?.read ? answer : undefined
  return (
    <Container
      className={clx("reconciliation-card flex flex-col divide-y overflow-hidden p-0", className)}
      data-reconciliation={stateOf(answer, error)}
      aria-busy={isLoading}
    >
      <OrderViewProvider value={useNewOrderView(read)}>
        <MorePanel>
          {read ? <CardHead /> : <PlainHead isLoading={isLoading} />}
          {read && <ReadCard isAuthorized={card.isAuthorized} />}
          {answer && !answer.read && <UnreadCard orderId={orderId} />}
          {!answer && error && <CardError error={error} onRetry={card.onRetry} />}
          {isLoading && <LoadingCard />}
          {(answer ?? isLoading) && <CardFoot orderId={orderId} />}
        </MorePanel>
      </OrderViewProvider>
    </Container>
  )
}

function stateOf(answer: OrderAnswer | undefined, error: RequestError | null): string {
  if (answer) return answer.read ? "read" : "unread"
  return error ? "error" : "loading"
}

function UnreadCard({ orderId }: { orderId: string }) {
  const { t } = useWords()
  return (
    <div className="flex-1">
      <StepLine tone="calm" text={t("card.unread")}>
        <ReconcileButton orderId={orderId} className="shrink-0 whitespace-nowrap" />
      </StepLine>
    </div>
  )
}

/** The host's own shade is hardly seen on a white card. */
const SEEN = { background: "var(--bg-component-pressed)" }

/** Bar and step at their places, at the height that they will have. */
function LoadingCard() {
  const { t } = useWords()
  const line = (width: string): ReactNode => (
    <Skeleton className="reconciliation-late h-4" style={{ width, ...SEEN }} />
  )
  return (
    <>
      <div className="flex flex-col gap-y-2" aria-hidden>
        <Skeleton className="reconciliation-late reconciliation-bar" style={SEEN} />
        {line("60%")}
      </div>
      <div className="flex flex-1 flex-col gap-y-1">
        <output className="sr-only">{t("loading")}</output>
        {line("80%")}
      </div>
    </>
  )
}

function CardFoot({ orderId }: { orderId: string }) {
  const { t } = useWords()
  return (
    <div>
      <Link
        to={reconciliationPath(orderId)}
        className="reconciliation-link txt-compact-small-plus focus-visible:shadow-borders-interactive-with-focus inline-flex items-center gap-x-1 rounded outline-none"
      >
        {t("card.open")}
        <ArrowRight aria-hidden />
      </Link>
    </div>
  )
}
