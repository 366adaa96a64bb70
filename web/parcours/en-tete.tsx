import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { ComponentChildren, JSX } from 'preact';
import { ditEcart, ditJour } from '../../domain/parcours/dire';
import { hrefListe } from '../liens';
import { joursRestants, RepereEtape } from '../reperes';
import type { VuePublics } from '../../domain/engagement/vue-etapes';
import type { VueSortie } from '../../domain/parcours/vue';
import type { PageParcours } from './page';

export function EnTete({
  vue,
  personne,
  referent,
  remplacements,
  structure,
  lienTemporal,
}: PageParcours): JSX.Element {
  return (
    <header class="fiche">
      <nav aria-label="Fil d’Ariane" class="ariane">
        <a href="/">Parcours</a>
        {referent !== null && (
          <>
            <span aria-hidden="true"> › </span>
            <a href={hrefListe(referent.id)}>{referent.nom}</a>
          </>
        )}
      </nav>
      <div class="fiche-titre">
        <h1>{personne.nom}</h1>
        <RepereEtape etape={vue.etape} />
      </div>
      <dl class="fiche-faits">
        <Fait nom="Avant la durée maximale">
          <strong class="grand">
            {vue.sortie === null ? joursRestants(vue.plafond?.joursRestants ?? null) : 'Clos'}
          </strong>
          {vue.plafond !== null && (
            <span class="discret">{`Dernier jour le ${jourEnLettres(vue.plafond.dernierJour)}${vue.plafond.prolonge ? ', prolongé' : ''}`}</span>
          )}
          <PauseDite vue={vue} />
        </Fait>
        <Fait nom="Mois en cours">
          {vue.moisCourant === null ? (
            <span class="discret">Aucun mois ne court</span>
          ) : (
            <>
              <strong>{`Mois ${vue.moisCourant.rang}`}</strong>
              <span class="discret">{`jusqu’au ${jourEnLettres(vue.moisCourant.au)}`}</span>
            </>
          )}
        </Fait>
        <Fait nom="Contrat d’engagement">
          {vue.contrat !== null ? (
            <strong>{`Signé le ${ditJour(vue.contrat.signeLe)}`}</strong>
          ) : (
            <>
              <strong>Non signé</strong>
              {vue.aSignerAvant !== null && (
                <span class="discret">{`à signer le ${jourEnLettres(vue.aSignerAvant)} au plus tard, ${ditEcart(vue.aujourdhui, vue.aSignerAvant)}`}</span>
              )}
            </>
          )}
        </Fait>
        <Fait nom="Référent">
          <strong>{referent?.nom ?? 'À désigner'}</strong>
          {remplacements.map(({ nom, du, au }) => (
            <span class="discret" key={du}>
              {`Remplacé par ${nom} du ${ditJour(du)} au ${ditJour(au)}`}
            </span>
          ))}
          <span class="discret">{structure.nom}</span>
        </Fait>
        {vue.sortie !== null && <FaitSortie sortie={vue.sortie} />}
        <Fait nom="Dispositif">
          <strong>{vue.dispositif.libelle}</strong>
          <span class="discret">
            {vue.fenetre.finie
              ? `Édition finie le ${ditJour(vue.fenetre.au)} : les actes faits depuis sont marqués`
              : `Édition ouverte jusqu’au ${ditJour(vue.fenetre.au)}`}
          </span>
          <PublicsDits publics={vue.engagement.publics} />
          <span class="discret">
            {vue.soumisAuxObligations ? 'Soumis aux obligations' : 'Volontaire, sans obligation'}
            {personne.joignable ? '' : ' · sans adresse électronique'}
          </span>
        </Fait>
      </dl>
      {vue.precedentId !== null && (
        <p>
          <a href={`/parcours/${vue.precedentId}`}>Parcours précédent, avant la réorientation</a>
        </p>
      )}
      {vue.suivantId !== null && (
        <p>
          <a href={`/parcours/${vue.suivantId}`}>Parcours suivant, ouvert par la réorientation</a>
        </p>
      )}
      {lienTemporal !== null && (
        <p class="fiche-moteur">
          <a href={lienTemporal}>Voir ce parcours dans le moteur Temporal</a>
        </p>
      )}
    </header>
  );
}

/** R41 — shown where the programme gives priority to some. */
function PublicsDits({ publics }: { readonly publics: VuePublics }): JSX.Element | null {
  if (publics === null) return null;
  const dits = publics.dits?.map(({ libelle }) => libelle.toLowerCase()) ?? null;
  const texte = dits === null ? 'à indiquer' : dits.length === 0 ? 'aucun ne s’applique' : dits.join(' ; ');
  return <span class="discret">{`Public prioritaire : ${texte}`}</span>;
}

/** R33, R34 — why it ended, how it counts, and what became of the person. */
function FaitSortie({ sortie }: { readonly sortie: VueSortie }): JSX.Element {
  const { suivi } = sortie;
  return (
    <Fait nom="Sortie">
      <strong>{sortie.libelle}</strong>
      <span class="discret">{`${sortie.libelleClasse}, le ${ditJour(sortie.le)}`}</span>
      {suivi !== null && (
        <span class="discret">
          {suivi.libelle ?? `Situation à recueillir à partir du ${ditJour(suivi.prevuLe)}`}
        </span>
      )}
    </Fait>
  );
}

function Fait({
  nom,
  children,
}: {
  readonly nom: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>{nom}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** R20 — while someone is away the days left stand still; the last day says so. */
function PauseDite({ vue }: Pick<PageParcours, 'vue'>): JSX.Element | null {
  const pause = vue.frise.pauses.find(({ du, au }) => du <= vue.aujourdhui && vue.aujourdhui <= au);
  if (pause === undefined) return null;
  const fin = pause.ouverte
    ? 'sans date de fin : ces jours ne comptent pas'
    : `jusqu’au ${jourEnLettres(pause.au)}`;
  return <span class="discret">{`En pause depuis le ${jourEnLettres(pause.du)}, ${fin}`}</span>;
}
