// Fills a call for the benchmark: one participant for each access token on the standard input, until that is closed.
// It writes "in" once per participant who is in the call, and ends with an error as soon as one of them fails. Those who
// listen are counted once a second: "received", how many of them got something since, how many bytes in all, and in how many milliseconds.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"sync"

	"github.com/livekit/livekit-server/pkg/telemetry/prometheus"
	"github.com/livekit/protocol/livekit"
	"github.com/livekit/protocol/logger"
)

func main() {
	url := flag.String("url", "", "where the signalling is, ws://…")
	video := flag.String("video", "", "an IVF file (VP8) that everybody shows; nothing is shown without it")
	audio := flag.String("audio", "", "an Ogg file (Opus, a packet to a page) that everybody says; silence without it")
	listens := flag.Bool("listen", false, "receive everybody who publishes, and publish nothing")
	atOnce := flag.Int("at-once", 8, "how many connect at the same time")
	flag.Parse()

	// LiveKit's client would log every SDP.
	logger.InitFromConfig(&logger.Config{Level: "error"}, "crowd")
	// Its transports are the server's own, which count what they do.
	if err := prometheus.Init("crowd", livekit.NodeType_SERVER); err != nil {
		fail(err)
	}
	show, err := readClips(*video, *audio)
	if err != nil {
		fail(err)
	}

	bring := func(token string) error { return speak(*url, token, show) }
	if *listens {
		var audience audience
		go audience.report()
		bring = func(token string) error {
			listener, err := listen(*url, token)
			if err == nil {
				audience.add(listener)
			}
			return err
		}
	}
	var everybody sync.WaitGroup
	places := make(chan struct{}, *atOnce)
	tokens := bufio.NewScanner(os.Stdin)
	for tokens.Scan() {
		token := tokens.Text()
		places <- struct{}{}
		everybody.Go(func() {
			if err := bring(token); err != nil {
				fail(err)
			}
			fmt.Println("in")
			<-places
		})
	}
	// Whoever closes the input wants everybody gone: with this process the connections end.
	everybody.Wait()
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
