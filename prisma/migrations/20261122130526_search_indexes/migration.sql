-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateIndex
CREATE INDEX "User_displayName_email_idx" ON "User" USING GIN ("displayName" gin_trgm_ops, "email" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Room_name_slug_idx" ON "Room" USING GIN ("name" gin_trgm_ops, "slug" gin_trgm_ops);
