import { ExclamationCircle, InformationCircle, TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useId, useState } from "react"
import { Link } from "react-router-dom"
import type { AuditedOrder, AuditFinding } from "../../../types/http"
import { methodOfProvider } from "../../../modules/reconciliation/domain/method"
import { meansLabel } from "../../lib/labels"
import { moneyFormat } from "../../lib/money"
import { hostOrderPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { copied } from "./copied"
import type { FoundGroup, FoundKind, Sum } from "./sums"

interface GroupProps {
  readonly found: FoundGroup
  /** Whether all was read. */
  readonly isWhole: boolean
}

/** A sentence of the summary, and under it the kinds of what it counts. */
export function Group({ found: { group, count, kinds }, isWhole }: GroupProps) {
  const { t, locale } = useWords()
  const isQuiet = group === "rounded"
  const Icon = isQuiet ? InformationCircle : ExclamationCircle
  const said = t(`audit.groups.${group}_${count === 1 ? "one" : "other"}`, {
    count: count.toLocaleString(locale),
  })
  return (
    <Section>
      <h2
        className="txt-compact-small-plus text-ui-fg-base flex items-start gap-x-2 px-6 py-3"
        data-found={group}
        data-count={count}
      >
        <Icon
          aria-hidden
          className={
            isQuiet ? "text-ui-fg-subtle mt-0.5 shrink-0" : "text-ui-tag-orange-icon mt-0.5 shrink-0"
          }
        />
        {isWhole ? said : t("audit.soFar", { found: said })}
      </h2>
      <ul className="divide-y">
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <Kind found={kind} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One kind in one line, and unfolded what it means, what to do, and where it is. */
function Kind({ found: { kind, findings, sums } }: { readonly found: FoundKind }) {
  const { t, locale } = useWords()
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  const count = findings.length
  const Triangle = isOpen ? TriangleDownMini : TriangleRightMini
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
        className="reconciliation-audit-kind outline-none"
        data-kind={kind}
        data-count={count}
      >
        <Triangle aria-hidden className="text-ui-fg-muted" />
        <span className="reconciliation-audit-count text-ui-fg-base">{count.toLocaleString(locale)}</span>
        <span className="txt-compact-small text-ui-fg-base min-w-0">
          {t(`audit.kinds.${kind}.${count === 1 ? "one" : "other"}`)}
        </span>
        <Sums sums={sums} />
      </button>
      <div id={panel} hidden={!isOpen}>
        {isOpen && (
          <>
            <dl className="reconciliation-audit-told txt-small text-ui-fg-subtle">
              <dt className="txt-compact-xsmall-plus text-ui-fg-base">{t("audit.means")}</dt>
              <dd>{t(`audit.kinds.${kind}.means`)}</dd>
              <dt className="txt-compact-xsmall-plus text-ui-fg-base">{t("audit.cure")}</dt>
              <dd>{t(`audit.kinds.${kind}.cure`)}</dd>
            </dl>
            <Findings findings={findings} label={t(`audit.kinds.${kind}.other`)} />
          </>
        )}
      </div>
    </>
  )
}

function Sums({ sums }: { readonly sums: readonly Sum[] }) {
  const { locale } = useWords()
  return (
    <span className="reconciliation-audit-sums txt-compact-small text-ui-fg-base">
      {sums.map(({ currency, digits, amount }) => (
        <span key={currency} data-sum={`${amount} ${currency}`}>
          {moneyFormat(locale, currency, digits).amount(amount)} {currency.toUpperCase()}
        </span>
      ))}
    </span>
  )
}

/** As many as are shown at once. */
const AT_ONCE = 50

function Findings({
  findings,
  label,
}: {
  readonly findings: readonly AuditFinding[]
  readonly label: string
}) {
  const { t, locale } = useWords()
  const [shown, setShown] = useState(AT_ONCE)
  const more = findings.length - shown
  return (
    <>
      <ul aria-label={label} className="border-ui-border-base border-t">
        {findings.slice(0, shown).map((one) => (
          <Finding key={`${one.order?.id} ${one.payment_id} ${one.row_id} ${one.stored}`} one={one} />
        ))}
      </ul>
      {more > 0 && (
        <div className="px-6 py-2">
          <Button
            size="small"
            variant="transparent"
            type="button"
            onClick={() => setShown(shown + AT_ONCE * 10)}
          >
            {t("audit.more", { count: more.toLocaleString(locale) })}
          </Button>
        </div>
      )}
    </>
  )
}

/** Where it is, what came when, and what the shop says there and what it should. Ids are for the shop's developer. */
function Finding({ one }: { readonly one: AuditFinding }) {
  const { t, locale } = useWords()
  const { order, payment_id: payment, row_id: row, stored, expected, currency_code: currency } = one
  const format = (value: string) => exact(value, locale)
  return (
    <li className="reconciliation-audit-finding txt-compact-small" data-finding={order?.id ?? payment ?? row}>
      <span className="min-w-0">
        {order ? <OrderLink order={order} /> : <span className="text-ui-fg-base">{t("audit.noOrder")}</span>}
        <Others one={one} />
        <About one={one} />
      </span>
      <span className="reconciliation-audit-figures text-ui-fg-base">
        {stored !== null && <span>{t("audit.stored", { amount: format(stored) })}</span>}
        {/* Of money that no order has, nothing says what it should be. */}
        {expected !== null && order && (
          <span className="text-ui-fg-subtle">{t("audit.expected", { amount: format(expected) })}</span>
        )}
        {stored === null && expected === null && (
          <span className="text-ui-fg-subtle">{t("audit.noAmount")}</span>
        )}
      </span>
      <span className="txt-compact-small text-ui-fg-subtle">
        {stored === null && expected === null ? "" : currency.toUpperCase()}
      </span>
    </li>
  )
}

function Others({ one: { order, others } }: { readonly one: AuditFinding }) {
  const { t } = useWords()
  if (others.length === 0) return null
  return (
    <span className="text-ui-fg-subtle">
      {order ? " " : ", "}
      {t(order ? "audit.others" : "audit.countedBy")}{" "}
      {others.map((other, place) => (
        <span key={other.id}>
          {place > 0 && ", "}
          <OrderLink order={other} />
        </span>
      ))}
    </span>
  )
}

const TWO_CURRENCIES = /^(\w+) ≠ (\w+)$/

/** What came and when, what the shop says of it, and the ids to be copied. */
function About({ one }: { readonly one: AuditFinding }) {
  const { t, moment, serverLang } = useWords()
  const { kind, payment_id: payment, provider_id: provider, row_id: row, row_title: item, at, detail } = one
  const method = methodOfProvider(provider, {})
  const means = meansLabel({ method, provider_id: provider, detail: null }, t)
  const came = [means, at === null ? null : moment(at)].filter((part) => part !== null)
  const ids = [payment, row].filter((id) => id !== null)
  const [, own, other] = TWO_CURRENCIES.exec(detail ?? "") ?? []
  const isRow = kind === "order_unreadable" && row !== null
  const said =
    own && other
      ? t("audit.currencies", { own, other })
      : isRow
        ? t(item === null ? "audit.rowUnreadable" : "audit.itemUnreadable", { item: item ?? "" })
        : null
  return (
    <>
      {one.is_fresh && <span className="txt-compact-xsmall text-ui-fg-subtle block">{t("audit.fresh")}</span>}
      {detail !== null && (
        <span
          className="txt-compact-xsmall text-ui-fg-subtle block break-words"
          {...(said === null ? { lang: serverLang } : { title: detail })}
        >
          {said ?? detail}
        </span>
      )}
      <span className="reconciliation-audit-ids txt-compact-xsmall text-ui-fg-subtle">
        {came.join(", ")}
        {ids.length > 0 && <CopyIds ids={ids} />}
      </span>
    </>
  )
}

function CopyIds({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="reconciliation-link focus-visible:shadow-borders-focus rounded outline-none"
      style={{ minHeight: 24 }}
      title={ids.join(", ")}
      data-copy-ids=""
      onClick={() => void copied(ids.join(" "), t)}
    >
      {t("audit.copyIds")}
    </button>
  )
}

/** Amounts to their last digit: what is finer than the currency may be just what was found. */
const exact = (value: string, locale: string): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: value.split(".")[1]?.length ?? 0,
    maximumFractionDigits: 20,
  }).format(value as Intl.StringNumericLiteral)

const OrderLink = ({ order }: { readonly order: AuditedOrder }) => (
  <Link to={hostOrderPath(order.id)} className="reconciliation-link font-medium">
    #{order.display_id}
  </Link>
)
