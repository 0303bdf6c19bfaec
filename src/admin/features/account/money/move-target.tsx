import { Button, Text } from "@medusajs/ui"
import { useEffect, useId, useRef, useState } from "react"
import { Field } from "../acts/fields"
import { useAccountView } from "../use-account-view"
import { useTargets, type Target } from "./use-targets"

interface MoveTargetProps {
  readonly chosen: Target | null
  readonly onChoose: (target: Target | null) => void
}

/** Finds the customer whose the money is; who is chosen stands there instead of the search, with the way back to it. */
export function MoveTarget({ chosen, onChoose }: MoveTargetProps) {
  if (!chosen) return <Search onChoose={onChoose} />
  return <Chosen chosen={chosen} onChange={() => onChoose(null)} />
}

function Chosen({ chosen, onChange }: { chosen: Target; onChange: () => void }) {
  const { t } = useAccountView()
  const way = useRef<HTMLButtonElement>(null)
  // What was pressed is gone: the focus stays where it was.
  useEffect(() => way.current?.focus(), [])
  return (
    <div className="flex items-center justify-between gap-x-4" data-target={chosen.customerId ?? "nobody"}>
      <Described target={chosen} />
      <Button size="small" variant="secondary" type="button" ref={way} onClick={onChange}>
        {t("money.target.change")}
      </Button>
    </div>
  )
}

function Search({ onChoose }: Pick<MoveTargetProps, "onChoose">) {
  const { t, account } = useAccountView()
  const [sought, setSought] = useState("")
  const { targets, isLooking } = useTargets(sought)
  const list = useId()
  const isSought = sought.trim() !== ""
  const nobody: Target = {
    customerId: null,
    name: t("account.list.suspense"),
    detail: "",
    balance: null,
    opens: false,
  }
  return (
    <>
      <Field
        label={t("money.target.search")}
        value={sought}
        onChange={setSought}
        maxLength={100}
        hint={t("account.list.searchHint")}
      />
      <p className="sr-only" aria-live="polite">
        {isSought && !isLooking && t("money.target.found", { count: targets.length })}
      </p>
      {isSought && (
        <ul
          id={list}
          aria-label={t("money.target.title")}
          aria-busy={isLooking}
          className="flex flex-col gap-y-1"
        >
          {targets.map((target) => (
            <Found key={target.customerId} target={target} onChoose={onChoose} />
          ))}
          {targets.length === 0 && !isLooking && (
            <li>
              <Text size="small" className="text-ui-fg-subtle" data-empty="targets">
                {t("money.target.none")}
              </Text>
            </li>
          )}
        </ul>
      )}
      {!isSought && account.owner_type !== "suspense" && (
        <ul aria-label={t("money.target.title")}>
          <Found target={nobody} onChoose={onChoose} />
        </ul>
      )}
    </>
  )
}

function Found({ target, onChoose }: { target: Target; onChoose: (target: Target) => void }) {
  return (
    <li>
      <button
        type="button"
        className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus shadow-borders-base w-full rounded-md px-3 py-2 text-left outline-none"
        data-found={target.customerId ?? "nobody"}
        onClick={() => onChoose(target)}
      >
        <Described target={target} />
      </button>
    </li>
  )
}

/** Name, what tells it from others of the same name, and how the account stands. */
function Described({ target: { customerId, name, detail, balance, opens } }: { target: Target }) {
  const { t, amount } = useAccountView()
  const standing =
    customerId === null
      ? t("money.target.nobody")
      : balance === null
        ? opens && t("money.target.noAccount")
        : t("money.target.balance", { amount: amount(balance) })
  return (
    <span className="block min-w-0">
      <span className="txt-compact-small-plus text-ui-fg-base block break-words">{name}</span>
      <span className="txt-compact-xsmall text-ui-fg-subtle block break-words">
        {[detail, standing].filter(Boolean).join(" · ")}
      </span>
    </span>
  )
}
