-- The image makes the database "visavis", named after its user; Keycloak keeps its own beside it.
CREATE DATABASE keycloak;
