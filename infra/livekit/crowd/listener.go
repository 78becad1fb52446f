package main

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"github.com/livekit/livekit-server/test/client"
	"github.com/livekit/protocol/livekit"
	"github.com/livekit/protocol/signalling"
	"github.com/pion/ice/v4"
	"github.com/pion/webrtc/v4"
)

// listener receives whatever anybody publishes, over a connection of its own in the place of the test client's, which
// reads no more than the first 500 packets of a track: it reads them from the server's own buffer, which nobody empties.
type listener struct {
	connection *webrtc.PeerConnection
	bytes      atomic.Uint64
	connected  chan struct{}
	send       func(*livekit.SignalRequest) error
	// early are the server's candidates that came before its offer.
	early []webrtc.ICECandidateInit
}

func newListener() (*listener, error) {
	var settings webrtc.SettingEngine
	settings.SetIncludeLoopbackCandidate(true)
	settings.SetNetworkTypes([]webrtc.NetworkType{webrtc.NetworkTypeUDP4})
	settings.SetICEMulticastDNSMode(ice.MulticastDNSModeDisabled)
	connection, err := webrtc.NewAPI(webrtc.WithSettingEngine(settings)).NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return nil, err
	}
	listener := &listener{connection: connection, connected: make(chan struct{})}
	connection.OnTrack(func(track *webrtc.TrackRemote, _ *webrtc.RTPReceiver) { go listener.read(track) })
	connection.OnICECandidate(func(candidate *webrtc.ICECandidate) {
		if candidate == nil {
			return
		}
		trickle := signalling.ToProtoTrickle(candidate.ToJSON(), livekit.SignalTarget_SUBSCRIBER, false)
		if err := listener.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Trickle{Trickle: trickle}}); err != nil {
			fail(err)
		}
	})
	var once sync.Once
	connection.OnConnectionStateChange(func(state webrtc.PeerConnectionState) {
		switch state {
		case webrtc.PeerConnectionStateConnected:
			once.Do(func() { close(listener.connected) })
		case webrtc.PeerConnectionStateFailed:
			fail(errors.New("a listener has lost the media connection"))
		}
	})
	return listener, nil
}

func (listener *listener) read(track *webrtc.TrackRemote) {
	packet := make([]byte, 1500)
	for {
		size, _, err := track.Read(packet)
		if err != nil {
			return
		}
		listener.bytes.Add(uint64(size))
	}
}

// come waits until the server's media can arrive.
func (listener *listener) come() error {
	select {
	case <-listener.connected:
		return nil
	case <-time.After(30 * time.Second):
		return errors.New("a listener got no media connection")
	}
}

// intercept takes what the server says of the connection over which it sends. The test client calls it from one goroutine.
func (listener *listener) intercept(response *livekit.SignalResponse, next client.SignalResponseHandler) error {
	switch message := response.Message.(type) {
	case *livekit.SignalResponse_Offer:
		return listener.answer(message.Offer)
	case *livekit.SignalResponse_Trickle:
		if message.Trickle.Target == livekit.SignalTarget_SUBSCRIBER {
			return listener.addCandidate(message.Trickle)
		}
	}
	return next(response)
}

func (listener *listener) answer(offer *livekit.SessionDescription) error {
	description, id, _ := signalling.FromProtoSessionDescription(offer)
	if err := listener.connection.SetRemoteDescription(description); err != nil {
		return err
	}
	for _, candidate := range listener.early {
		if err := listener.connection.AddICECandidate(candidate); err != nil {
			return err
		}
	}
	listener.early = nil
	answer, err := listener.connection.CreateAnswer(nil)
	if err != nil {
		return err
	}
	if err := listener.connection.SetLocalDescription(answer); err != nil {
		return err
	}
	return listener.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Answer{
		Answer: signalling.ToProtoSessionDescription(answer, id, nil),
	}})
}

func (listener *listener) addCandidate(trickle *livekit.TrickleRequest) error {
	candidate, err := signalling.FromProtoTrickle(trickle)
	if err != nil {
		return err
	}
	if listener.connection.RemoteDescription() == nil {
		listener.early = append(listener.early, candidate)
		return nil
	}
	return listener.connection.AddICECandidate(candidate)
}
