import { useAccountView } from "../use-account-view"
import { TargetField } from "./target-field"
import type { Target } from "./use-targets"

interface MoveTargetProps {
  readonly chosen: Target | null
  readonly onChoose: (target: Target | null) => void
}

/** Finds the customer whose the money is, in this currency; until then it may be nobody's. */
export function MoveTarget(field: MoveTargetProps) {
  const { t, amount, account } = useAccountView()
  const nobody: Target = {
    owner: null,
    name: t("account.list.suspense"),
    detail: "",
    balance: null,
    opens: false,
  }
  return (
    <TargetField
      {...field}
      among="customers of this currency"
      title={t("money.target.title")}
      label={t("money.target.search")}
      hint={t("account.list.searchHint")}
      none={t("money.target.none")}
      offered={(sought) => (sought === "" && account.owner_type !== "suspense" ? [nobody] : [])}
      standingOf={({ owner, balance, opens }) => {
        if (owner === null) return t("money.target.nobody")
        if (balance !== null) return t("money.target.balance", { amount: amount(balance) })
        return opens ? t("money.target.noAccount") : null
      }}
    />
  )
}
