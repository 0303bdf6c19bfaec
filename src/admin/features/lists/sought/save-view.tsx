import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"
import { Field } from "../../account/acts/fields"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { LONGEST_NAME } from "./saved-views"
import { addressOf } from "./sought"
import { useSavedViews } from "./use-saved-views"

/** Keeps what is shown under a name. */
export function SaveView() {
  const { t } = useListSpeech()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="transparent"
        type="button"
        data-save-view=""
        onClick={() => setOpen(true)}
      >
        {t("lists.views.save")}
      </Button>
      {isOpen && (
        <ActDialog
          title={t("lists.views.saveTitle")}
          about={t("lists.views.saveAbout")}
          onClose={() => setOpen(false)}
        >
          <Form onClose={() => setOpen(false)} />
        </ActDialog>
      )}
    </>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useListSpeech()
  const { show, sought } = useListView()
  const { views, save } = useSavedViews(show)
  const [written, setName] = useState("")
  const name = written.trim()
  const isTaken = views.some((one) => one.name === name)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name === "") return
        const isKept = save({ name, address: addressOf({ ...sought, pages: 1 }).toString() })
        if (isKept) toast.success(t("lists.views.saved", { name }))
        else toast.error(t("lists.views.notKept"))
        onClose()
      }}
    >
      <div className="px-6 py-4">
        <Field
          label={t("lists.views.name")}
          value={written}
          maxLength={LONGEST_NAME}
          hint={isTaken ? t("lists.views.taken") : undefined}
          onChange={setName}
        />
      </div>
      <DialogFoot>
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {t("lists.views.cancel")}
        </Button>
        <Button size="small" type="submit" aria-disabled={name === ""}>
          {t("lists.views.save")}
        </Button>
      </DialogFoot>
    </form>
  )
}
