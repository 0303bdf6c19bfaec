import type { NoticesWords } from "../en/notices"

export const noticesFr: NoticesWords = {
  notices: {
    transaction_miscounted: {
      detail:
        "La boutique compte un paiement ou un remboursement pour un autre montant que celui effectué ; l’écart est de {{amount}}.",
      remedy:
        "Ne remboursez pas une seconde fois. Vérifiez le paiement chez le prestataire, corrigez les transactions de la commande, puis passez un avoir sur la commande pour ce qu’elles laissent dû.",
    },
    mirror_unknown: {
      detail:
        "La boutique a un paiement de {{amount}} qui dit refléter de l’argent de ce registre, lequel n’en sait rien.",
      remedy:
        "Il a été créé avec un autre état du registre, d’avant une restauration peut-être : rien n’en a été comptabilisé. Remboursez-le dans la boutique, ou enregistrez l’argent en acompte.",
    },
    refund_without_row: {
      detail: "La boutique compte un remboursement qui n’a jamais été effectué ; l’écart est de {{amount}}.",
      remedy: "Interrogez le prestataire de paiement, puis remboursez de nouveau ou corrigez la commande.",
    },
    refund_without_transaction: {
      detail: "Un remboursement a été effectué que la boutique ne compte pas ; l’écart est de {{amount}}.",
      remedy:
        "Vérifiez le paiement chez le prestataire, ajoutez la transaction qui manque à la commande, puis passez un avoir sur la commande pour ce qu’elle laisse dû.",
    },
    capture_without_transaction: {
      detail: "Un paiement a été encaissé que la boutique ne compte pas ; l’écart est de {{amount}}.",
      remedy: "Vérifiez le paiement chez le prestataire et les transactions de la commande.",
    },
    refund_above_received: {
      detail: "« {{title}} » a été remboursé de {{amount}} de plus que ce qu’il avait reçu.",
      remedy:
        "Rien n’est perdu : un autre article a été remboursé d’autant de moins. Si le remboursement visait d’autres articles, choisissez-les lors du remboursement.",
    },
    refund_unexplained: {
      detail: "{{amount}} du remboursement du {{date}} ne rend rien que la commande avait à restituer.",
      remedy:
        "Réceptionnez le retour pour lequel il a été fait, passez un avoir sur la commande, ou réclamez-le au client : d’ici là, la commande le doit.",
    },
  },
}
