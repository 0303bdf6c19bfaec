import { toast } from "@medusajs/ui"

/** Puts a text on the clipboard and says so; where the browser lets nobody, the text stays to be marked by hand. */
export async function copied(text: string, t: (key: string) => string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast.success(t("audit.copied"))
  } catch {
    toast.error(t("audit.notCopied"))
  }
}
