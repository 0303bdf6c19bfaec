import { Button, Text } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { Field } from "../acts/fields"
import { useAccountView } from "../use-account-view"
import { useTargets, type Among, type Target } from "./use-targets"

interface TargetFieldProps {
  readonly chosen: Target | null
  readonly onChoose: (target: Target | null) => void
  readonly among: Among
  /** What is sought, as the list of what is found is called too. */
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly none: string
  /** Who can be chosen beside those who are found; also while nothing is sought, which is empty then. */
  readonly offered: (sought: string, found: readonly Target[]) => readonly Target[]
  /** How an account stands, in a few words. */
  readonly standingOf: (target: Target) => string | null
}

/** Finds the owner of an account; who is chosen stands there instead of the search, with the way back to it. */
export function TargetField(field: TargetFieldProps) {
  return field.chosen ? <Chosen {...field} chosen={field.chosen} /> : <Search {...field} />
}

/** By what a target is told from others. */
const keyOf = ({ owner, isNew }: Target): string => (isNew ? "new" : (owner?.id ?? "nobody"))

function Chosen({ chosen, onChoose, standingOf }: TargetFieldProps & { readonly chosen: Target }) {
  const { t } = useAccountView()
  const way = useRef<HTMLButtonElement>(null)
  // What was pressed is gone: the focus stays where it was.
  useEffect(() => way.current?.focus(), [])
  return (
    <div className="flex items-center justify-between gap-x-4" data-target={keyOf(chosen)}>
      <Described target={chosen} standing={standingOf(chosen)} />
      <Button size="small" variant="secondary" type="button" ref={way} onClick={() => onChoose(null)}>
        {t("money.target.change")}
      </Button>
    </div>
  )
}

function Search({ among, title, label, hint, none, onChoose, offered, standingOf }: TargetFieldProps) {
  const { t } = useAccountView()
  const [sought, setSought] = useState("")
  const { targets, isLooking } = useTargets(sought, among)
  const isSought = sought.trim() !== ""
  const found = isSought ? targets : []
  const others = isLooking && isSought ? [] : offered(sought.trim(), found)
  return (
    <>
      <Field label={label} value={sought} onChange={setSought} maxLength={100} hint={hint} />
      <p className="sr-only" aria-live="polite">
        {isSought && !isLooking && t("money.target.found", { count: targets.length })}
      </p>
      {isSought && found.length === 0 && !isLooking && (
        <Text size="small" className="text-ui-fg-subtle" data-empty="targets">
          {none}
        </Text>
      )}
      {(isSought || others.length > 0) && (
        <ul aria-label={title} aria-busy={isSought && isLooking} className="flex flex-col gap-y-1">
          {[...found, ...others].map((target) => (
            <Found
              key={keyOf(target)}
              target={target}
              standing={standingOf(target)}
              onChoose={() => onChoose(target)}
            />
          ))}
        </ul>
      )}
    </>
  )
}

interface DescribedProps {
  readonly target: Target
  readonly standing: string | null
}

function Found({ target, standing, onChoose }: DescribedProps & { readonly onChoose: () => void }) {
  return (
    <li>
      <button
        type="button"
        className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus shadow-borders-base w-full rounded-md px-3 py-2 text-left outline-none"
        data-found={keyOf(target)}
        onClick={onChoose}
      >
        <Described target={target} standing={standing} />
      </button>
    </li>
  )
}

/** Name, what tells it from others of the same name, and how the account stands. */
function Described({ target: { name, detail }, standing }: DescribedProps) {
  return (
    <span className="block min-w-0">
      <span className="txt-compact-small-plus text-ui-fg-base block break-words">{name}</span>
      <span className="txt-compact-xsmall text-ui-fg-subtle block break-words">
        {[detail, standing].filter(Boolean).join(" · ")}
      </span>
    </span>
  )
}
