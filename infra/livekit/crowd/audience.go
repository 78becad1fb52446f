package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// audience is those who listen.
type audience struct {
	lock   sync.Mutex
	people []*listener
}

func (audience *audience) add(listener *listener) {
	audience.lock.Lock()
	defer audience.lock.Unlock()
	audience.people = append(audience.people, listener)
}

// report writes each second, for ever, how many have received something since the line before, how many bytes, and how
// many milliseconds that was: never less than a second, however late the processor was given to it.
func (audience *audience) report() {
	before := map[*listener]uint64{}
	since := time.Now()
	for {
		time.Sleep(time.Second)
		now := time.Now()
		audience.lock.Lock()
		people := slices.Clone(audience.people)
		audience.lock.Unlock()
		var reached int
		var bytes uint64
		for _, listener := range people {
			total := listener.bytes.Load()
			if total > before[listener] {
				reached++
			}
			bytes += total - before[listener]
			before[listener] = total
		}
		fmt.Println("received", reached, bytes, now.Sub(since).Milliseconds())
		since = now
	}
}
