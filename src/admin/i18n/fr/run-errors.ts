import type { RunErrorWords } from "../en/run-errors"

export const runErrorsFr: RunErrorWords = {
  texts: {
    run_ended: "Ce traitement est terminé.",
    set_up_changed: "Quelqu’un d’autre a enregistré la mise en place entre-temps.",
    set_up_incomplete: "Une étape de la mise en place n’a pas encore de réponse.",
    set_up_not_begun: "Aucune mise en place n’est en cours.",
    run_has_dependants: "Quelque chose en dépend, ou a été modifié depuis.",
    run_not_found: "Ce traitement n’existe pas.",
    run_not_looked_through: "Trop de choses ont été modifiées depuis pour être toutes examinées.",
    run_not_undoable: "Ce traitement ne peut pas être annulé maintenant.",
  },
  remedies: {
    run_ended: "Annulez-le, si c’est ce que vous voulez.",
    set_up_changed: "Relisez-la ; vos réponses sont toujours ici.",
    set_up_incomplete: "Répondez-y, aussi par « il n’y en a pas » ou « passer ».",
    set_up_not_begun: "Rechargez la mise en place : elle est peut-être terminée.",
    run_has_dependants: "Choisissez de garder ces montants, ou de reprendre ce qui en dépend.",
    run_not_found: "Rechargez la liste des traitements.",
    run_not_looked_through:
      "Regardez l’aperçu jusqu’au bout, puis choisissez de garder ces montants, ou de reprendre ce qui en dépend.",
    run_not_undoable: "Attendez qu’il soit terminé. Ce qui a été annulé se refait par un nouveau traitement.",
  },
}
