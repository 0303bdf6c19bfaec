import { Stylesheet } from "../../../src/admin/ui/stylesheet"
import { ACCOUNT_PARTS } from "./account-parts"

/** The pages of accounts, in each of their states. */
export function AccountGallery() {
  return (
    <main className="bg-ui-bg-subtle flex flex-col gap-3 p-3" data-gallery="">
      <Stylesheet />
      {ACCOUNT_PARTS.map(({ name, shown }) => (
        <section key={name} aria-label={name} data-part={name}>
          {shown}
        </section>
      ))}
    </main>
  )
}
