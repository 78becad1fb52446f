package main

import (
	"fmt"
	"sync"
	"time"

	"github.com/livekit/livekit-server/test/client"
)

// audience is those who listen.
type audience struct {
	lock   sync.Mutex
	people []*client.RTCClient
}

func (audience *audience) add(participant *client.RTCClient) {
	audience.lock.Lock()
	defer audience.lock.Unlock()
	audience.people = append(audience.people, participant)
}

// report writes once a second, for ever, how many have received something since the line before, and how many bytes.
func (audience *audience) report() {
	before := map[*client.RTCClient]uint64{}
	for range time.Tick(time.Second) {
		audience.lock.Lock()
		people := append([]*client.RTCClient(nil), audience.people...)
		audience.lock.Unlock()
		var reached int
		var bytes uint64
		for _, participant := range people {
			total := participant.BytesReceived()
			if total > before[participant] {
				reached++
			}
			bytes += total - before[participant]
			before[participant] = total
		}
		fmt.Println("received", reached, bytes)
	}
}
