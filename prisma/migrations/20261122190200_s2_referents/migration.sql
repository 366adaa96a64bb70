-- AlterTable
ALTER TABLE "ligne" ADD COLUMN     "lecteur_id" UUID;

-- CreateTable
CREATE TABLE "transfert" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "genre" TEXT NOT NULL,
    "de_id" UUID NOT NULL,
    "vers_id" UUID NOT NULL,
    "motif" TEXT,
    "du" DATE,
    "au" DATE,
    "etat" TEXT NOT NULL DEFAULT 'apercu',
    "par" TEXT NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,
    "confirme_a" TIMESTAMPTZ(3),
    "fini_a" TIMESTAMPTZ(3),

    CONSTRAINT "transfert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfert_parcours" (
    "transfert_id" UUID NOT NULL,
    "parcours_id" UUID NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'a_faire',
    "raison" TEXT,
    "deplaces" INTEGER NOT NULL DEFAULT 0,
    "a_replacer" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "transfert_parcours_pkey" PRIMARY KEY ("transfert_id","parcours_id")
);

-- CreateIndex
CREATE INDEX "transfert_etat_idx" ON "transfert"("etat");

-- CreateIndex
CREATE INDEX "transfert_de_id_idx" ON "transfert"("de_id");

-- AddForeignKey
ALTER TABLE "transfert_parcours" ADD CONSTRAINT "transfert_parcours_transfert_id_fkey" FOREIGN KEY ("transfert_id") REFERENCES "transfert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
