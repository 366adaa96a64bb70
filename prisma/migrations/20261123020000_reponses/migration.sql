-- CreateTable
CREATE TABLE "lien" (
    "empreinte" TEXT NOT NULL,
    "parcours_id" UUID NOT NULL,
    "beneficiaire_id" UUID NOT NULL,
    "courriel_cle" TEXT NOT NULL,
    "usage" TEXT NOT NULL,
    "objet" INTEGER NOT NULL,
    "expire_a" TIMESTAMPTZ(3) NOT NULL,
    "revoque_a" TIMESTAMPTZ(3),

    CONSTRAINT "lien_pkey" PRIMARY KEY ("empreinte")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "parcours_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "octets" BYTEA NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lien_parcours_id_idx" ON "lien"("parcours_id");

-- CreateIndex
CREATE INDEX "document_parcours_id_idx" ON "document"("parcours_id");
