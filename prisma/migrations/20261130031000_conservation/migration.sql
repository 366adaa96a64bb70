-- R44, R45: when a person was listed, and when her identity was erased.
ALTER TABLE "beneficiaire"
  ADD COLUMN "cree_a" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN "efface_a" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "purge" (
    "id" UUID NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'lecture',
    "mois" INTEGER NOT NULL,
    "par" TEXT NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,
    "confirme_par" TEXT,
    "confirme_a" TIMESTAMPTZ(3),
    "fini_a" TIMESTAMPTZ(3),

    CONSTRAINT "purge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purge_personne" (
    "purge_id" UUID NOT NULL,
    "beneficiaire_id" UUID NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'a_effacer',
    "raison" TEXT,
    "contact_le" DATE NOT NULL,
    "comptes" JSONB NOT NULL,

    CONSTRAINT "purge_personne_pkey" PRIMARY KEY ("purge_id","beneficiaire_id")
);

-- CreateIndex
CREATE INDEX "purge_etat_idx" ON "purge"("etat");

-- CreateIndex
CREATE INDEX "purge_personne_purge_id_etat_beneficiaire_id_idx" ON "purge_personne"("purge_id", "etat", "beneficiaire_id");

-- AddForeignKey
ALTER TABLE "purge_personne" ADD CONSTRAINT "purge_personne_purge_id_fkey" FOREIGN KEY ("purge_id") REFERENCES "purge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
