FROM golang:1.26 AS build
WORKDIR /src
COPY infra/livekit/go.mod infra/livekit/go.sum ./
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /livekit-server \
  github.com/livekit/livekit-server/cmd/server

FROM scratch
COPY --from=build /livekit-server /livekit-server
USER 65532:65532
ENTRYPOINT ["/livekit-server"]
