-- DropIndex
DROP INDEX "LobbyEntry_roomId_state_requestedAt_idx";

-- CreateIndex
CREATE INDEX "LobbyEntry_roomId_state_seenAt_idx" ON "LobbyEntry"("roomId", "state", "seenAt");
