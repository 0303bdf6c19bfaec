import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../../lib/use-words"
import { Field } from "../../account/acts/fields"
import { useFoundCustomers, type Customer } from "./use-customers"

interface AddCustomerProps {
  /** What the search begins with. */
  readonly begins?: string
  readonly onChoose: (customer: Customer) => void
}

/** Finds a customer of the store by what is typed. */
export function AddCustomer({ begins = "", onChoose }: AddCustomerProps) {
  const { t } = useWords()
  const [sought, setSought] = useState(begins)
  const { found, isLooking } = useFoundCustomers(sought)
  const isSought = sought.trim() !== ""
  return (
    <div className="flex min-w-0 flex-col gap-y-1" data-add-customer="">
      <Field
        label={t("setUp.opening.add")}
        value={sought}
        maxLength={100}
        hint={t("setUp.opening.addHint")}
        onChange={setSought}
      />
      <p className="sr-only" aria-live="polite">
        {isSought && !isLooking && t("setUp.opening.found", { count: found.length })}
      </p>
      {isSought && !isLooking && found.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("setUp.opening.nobody")}
        </Text>
      )}
      {isSought && found.length > 0 && (
        <ul className="flex flex-col gap-y-1" aria-busy={isLooking}>
          {found.map((customer) => (
            <li key={customer.id}>
              <button
                type="button"
                data-found={customer.id}
                className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus shadow-borders-base w-full rounded-md px-3 py-2 text-left outline-none"
                onClick={() => {
                  setSought("")
                  onChoose(customer)
                }}
              >
                <span className="txt-compact-small-plus text-ui-fg-base block break-words">
                  {customer.name}
                </span>
                <span className="txt-compact-xsmall text-ui-fg-subtle block break-words">
                  {customer.email}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
