-- CreateEnum
CREATE TYPE "PollKind" AS ENUM ('single', 'multiple', 'open');

-- CreateEnum
CREATE TYPE "PollState" AS ENUM ('draft', 'open', 'closed', 'published');

-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('open', 'answered', 'dismissed');

-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "anonymousQuestions" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Poll" (
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "callId" UUID,
    "kind" "PollKind" NOT NULL,
    "question" TEXT NOT NULL,
    "options" TEXT[],
    "mostChoices" INTEGER NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "live" BOOLEAN NOT NULL,
    "state" "PollState" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMPTZ(3),
    "voters" INTEGER NOT NULL DEFAULT 0,
    "counts" INTEGER[],
    "texts" TEXT[],

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollVote" (
    "pollId" UUID NOT NULL,
    "voter" TEXT NOT NULL,
    "name" TEXT,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "choices" INTEGER[],
    "text" TEXT,

    CONSTRAINT "PollVote_pkey" PRIMARY KEY ("pollId","voter")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "QuestionState" NOT NULL DEFAULT 'open',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "author" TEXT NOT NULL,
    "authorName" TEXT,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "answer" TEXT,
    "voteCount" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionVote" (
    "questionId" UUID NOT NULL,
    "voter" TEXT NOT NULL,

    CONSTRAINT "QuestionVote_pkey" PRIMARY KEY ("questionId","voter")
);

-- CreateIndex
CREATE INDEX "Poll_roomId_callId_idx" ON "Poll"("roomId", "callId");

-- CreateIndex
CREATE INDEX "Poll_callId_idx" ON "Poll"("callId");

-- CreateIndex
CREATE INDEX "Poll_openedAt_idx" ON "Poll"("openedAt");

-- CreateIndex
CREATE INDEX "Question_callId_idx" ON "Question"("callId");

-- CreateIndex
CREATE INDEX "Question_askedAt_idx" ON "Question"("askedAt");

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollVote" ADD CONSTRAINT "PollVote_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionVote" ADD CONSTRAINT "QuestionVote_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;
