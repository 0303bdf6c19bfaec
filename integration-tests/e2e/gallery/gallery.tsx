import { TooltipProvider } from "@medusajs/ui"
import i18next from "i18next"
import { useState, type ReactNode } from "react"
import { createRoot } from "react-dom/client"
import { initReactI18next } from "react-i18next"
import { createMemoryRouter, Link, RouterProvider } from "react-router-dom"
import { resources } from "../../../test/support/admin-words"
import { EmptyState } from "../../../src/admin/features/order/empty-state"
import { PageLoading } from "../../../src/admin/features/order/page/page-loading"
import { CodeContent } from "../../../src/admin/features/code/code-content"
import { UnknownCode } from "../../../src/admin/features/code/unknown-code"
import { RequestError } from "../../../src/admin/lib/client"
import { moneyFormat } from "../../../src/admin/lib/money"
import { useWords } from "../../../src/admin/lib/use-words"
import { Amount } from "../../../src/admin/ui/amount"
import { Conflict, type ConflictRow, type Kept } from "../../../src/admin/ui/conflict"
import { Day, Moment } from "../../../src/admin/ui/day"
import { Effects } from "../../../src/admin/ui/effects"
import { ErrorState } from "../../../src/admin/ui/error-state"
import { Explanation } from "../../../src/admin/ui/explanation"
import { LeaveGuard } from "../../../src/admin/ui/leave-guard"
import { CodeBadge, ExplainedCode } from "../../../src/admin/ui/matching-code"
import { MorePanel } from "../../../src/admin/ui/more-panel"
import { GuardedButton, NoRight } from "../../../src/admin/ui/no-right"
import { Progress } from "../../../src/admin/ui/progress"
import { ShortcutDialog, ShortcutList } from "../../../src/admin/ui/shortcuts"
import { StateBadge, StateSign } from "../../../src/admin/ui/state-sign"
import { Stylesheet } from "../../../src/admin/ui/stylesheet"
import { Cards } from "./cards"
import type { AllocationExplanation, NamedItem } from "../../../src/types/http"
import { CODE, EMPTY_CODE, LONG_CODE } from "./codes"
import { HistoryParts } from "./history-parts"
import { ANSWERS, PAGES } from "./pages"
import { Plans } from "./plans"
import { addressOfRuns } from "./run-parts"

/** Longer than any place has room for, with no break and with many. */
const LONG = "Violoncello-Unterrichtsgebührenvorauszahlung für das zweite Halbjahr, Gruppe 14, mittwochs"
const STATES = ["full", "partial", "none", "planned", "error"] as const
const EXPLANATION: AllocationExplanation = {
  allocation_id: "12",
  amount: "75.00",
  rule: "line_order",
  origin: "auto",
  step: 1,
  because:
    "75.00 from “Card of 2026-11-26”: items are paid first to last; “Violin” had 75.00 open and is now settled.",
  limit: "settled",
  credit: named("credit", "payment", "Card"),
  debit: named("debit", "charge", LONG),
  credit_open_before: "100.00",
  debit_open_before: "75.00",
  recorded_at: "2026-11-26T09:12:00.000Z",
}

function named(side: "credit" | "debit", kind: "payment" | "charge", title: string): NamedItem {
  return {
    side,
    kind,
    title: side === "debit" ? title : null,
    row: side === "debit" ? "line:1" : null,
    reference: "1042",
    method: "card",
    provider_id: null,
    detail: null,
    occurred_on: "2026-11-26",
  }
}

function Section({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <section
      aria-label={name}
      data-part={name}
      className="bg-ui-bg-base shadow-elevation-card-rest rounded-lg"
    >
      <h2 className="txt-compact-small-plus px-6 pt-4">{name}</h2>
      <div className={wide ? "py-4" : "px-6 py-4"}>{children}</div>
    </section>
  )
}

const refusal = (status: number, code: string) =>
  new RequestError("refused", status, {
    type: "conflict",
    code,
    message: "Something that this admin has no words for.",
    ids: {},
    remedy: "Do something about it.",
  })

const ROWS: ConflictRow[] = [
  {
    key: "a",
    label: "Course of six lessons",
    detail: "Cash of Nov 26",
    before: "0.00",
    theirs: "10.00",
    mine: "14.20",
    changedBy: "both",
  },
  {
    key: "b",
    label: LONG,
    detail: LONG,
    before: "0.00",
    theirs: "12.75",
    mine: "12.75",
    changedBy: "agreed",
  },
  { key: "c", label: "Violin outfit", before: "600.00", theirs: "590.00", mine: "–", changedBy: "theirs" },
]

const SHORTCUTS = [
  {
    title: "Move",
    shortcuts: [
      { keys: [["↑"], ["↓"], ["←"], ["→"]], does: "One cell" },
      { keys: [["Ctrl", "Home"]], does: LONG },
    ],
  },
  { title: "Edit", shortcuts: [{ keys: [["Enter"], ["F2"]], does: "Edit the amount" }] },
]

function Gallery() {
  const { locale, ...speech } = useWords()
  const [kept, setKept] = useState<Record<string, Kept>>({ a: "mine" })
  const [unsaved, setUnsaved] = useState(0)
  const [blocked, setBlocked] = useState<string>()
  const said = { locale, ...speech, ...moneyFormat(locale, "usd", 2) }
  return (
    <MorePanel>
      <Stylesheet />
      <LeaveGuard unsaved={unsaved} amount="26.95" blocked={blocked} onSave={() => setUnsaved(0)} />
      <ShortcutDialog groups={SHORTCUTS} />
      <main className="bg-ui-bg-subtle flex flex-col gap-3 p-3" data-gallery="">
        <h1 className="txt-compact-large-plus">Parts</h1>
        <Section name="amount">
          <p className="flex flex-wrap gap-2">
            <Amount value="1234.50" currency="eur" digits={2} />
            <Amount value="-1234.50" currency="usd" digits={2} withCurrency tone="strong" />
            <Amount value="0.00" currency="usd" digits={2} tone="open" />
            <Amount value="14.20" currency="usd" digits={2} tone="open" />
            <Amount value="900719925474099345" currency="jpy" digits={0} withCurrency />
            <Amount value="75.005" currency="kwd" digits={3} withCurrency tone="quiet" />
          </p>
        </Section>
        <Section name="date">
          <Day value="2026-11-27" /> · <Moment value="2026-11-27T09:12:00.000Z" />
        </Section>
        <Section name="state">
          <div className="flex flex-wrap gap-2">
            {STATES.map((state) => (
              <StateBadge key={state} state={state} />
            ))}
            {STATES.map((state) => (
              <StateSign key={state} state={state} />
            ))}
          </div>
        </Section>
        <Section name="code">
          <div className="flex flex-wrap gap-2">
            <CodeBadge code={{ rank: 4, code: "d", closed: false }} />
            <CodeBadge code={{ rank: 731, code: "ABC", closed: true }} />
            <ExplainedCode code={{ rank: 1, code: "A", closed: true }} />
          </div>
        </Section>
        <Section name="matching code">
          <div className="flex flex-col gap-y-2">
            {[CODE, LONG_CODE, EMPTY_CODE].map((code) => (
              <CodeContent key={`${code.rank} ${code.links.length}`} code={code} />
            ))}
            <UnknownCode accountId="racct_1" />
          </div>
        </Section>
        <Section name="explanation">
          <Explanation explanation={EXPLANATION} speech={said} />
        </Section>
        <Section name="effects">
          <Effects
            label="What undoing changes"
            effects={[
              { key: "1", what: LONG, where: "Order 38", now: "14.20", afterwards: "0.00" },
              {
                key: "2",
                what: "Order 38",
                now: <StateSign state="full" />,
                afterwards: <StateSign state="partial" />,
              },
              { key: "3", what: "Insured parcel", now: "12.75", note: "October is closed" },
            ]}
          />
          <Effects label="Nothing" effects={[]} />
        </Section>
        <Section name="empty">
          <EmptyState reason="zero" />
          <EmptyState reason="not_seen" />
        </Section>
        <Section name="error">
          <ErrorState error={refusal(409, "version_stale")} onRetry={() => undefined} />
          <ErrorState error={refusal(500, "of_a_later_release")} onRetry={() => undefined} />
          <ErrorState
            error={new RequestError("gone", null, null)}
            onRetry={() => undefined}
            kept="Your 2 unsaved changes are kept in this tab."
          />
        </Section>
        <Section name="no right">
          <NoRight right="view" action={<Link to="/elsewhere">Back to the order</Link>} />
          <NoRight right="manage" />
          <GuardedButton right="manage" allowed={false}>
            Record a payment
          </GuardedButton>{" "}
          <GuardedButton right="manage" allowed onClick={() => setUnsaved(2)}>
            Change two amounts
          </GuardedButton>
        </Section>
        <Section name="conflict">
          <Conflict
            by="Ben Carter"
            name="Ben Carter"
            when="Nov 27, 9:12"
            rows={ROWS}
            kept={kept}
            onKeep={(key, whose) => setKept({ ...kept, [key]: whose })}
            outcome={`With these choices: ${kept["a"] === "mine" ? "nothing" : "4.20"} unallocated.`}
            canSave={kept["a"] === "mine"}
            onSave={() => setKept({ a: "theirs" })}
            onEdit={() => undefined}
            onDiscard={() => undefined}
          />
        </Section>
        <Section name="leaving guard">
          <Link to="/elsewhere" className="txt-compact-small underline">
            Orders
          </Link>{" "}
          <GuardedButton right="manage" allowed onClick={() => setBlocked("An item is below zero.")}>
            Put too much
          </GuardedButton>
        </Section>
        <Section name="shortcuts">
          <ShortcutList groups={SHORTCUTS} />
        </Section>
        <Section name="order card" wide>
          <Cards />
        </Section>
        <Section name="payment plan" wide>
          <Plans />
        </Section>
        <Section name="page loading">
          <PageLoading />
        </Section>
        <Section name="progress">
          <Progress
            label="Reconciling all accounts"
            done={263}
            total={412}
            things="accounts"
            secondsLeft={20.4}
          />
        </Section>
        <HistoryParts section={Section} />
      </main>
    </MorePanel>
  )
}

const { lang, theme, shows } = Object.fromEntries(new URLSearchParams(window.location.search))
document.documentElement.lang = lang ?? "en"
document.documentElement.classList.add(theme ?? "light")
document.documentElement.style.colorScheme = theme ?? "light"

async function show(): Promise<void> {
  for (const answer of ANSWERS) answer()
  await i18next
    .use(initReactI18next)
    .init({ lng: lang ?? "en", resources, interpolation: { escapeValue: false } })
  const Shown = PAGES[shows ?? ""] ?? Gallery
  const router = createMemoryRouter(
    [
      {
        path: "/",
        element: (
          <TooltipProvider>
            <Shown />
          </TooltipProvider>
        ),
      },
      { path: "/elsewhere", element: <main data-elsewhere="">Elsewhere</main> },
    ],
    { initialEntries: [shows === "runs" ? addressOfRuns() : "/"] },
  )
  createRoot(document.body.appendChild(document.createElement("div"))).render(
    <RouterProvider router={router} />,
  )
}

void show()
