package main

import (
	"fmt"

	"github.com/livekit/livekit-server/test/client"
	"github.com/livekit/protocol/livekit"
	"github.com/pion/webrtc/v4"
)

// enter brings one participant into the call that the token names, and lets it publish the clips, and receive everybody
// or nobody.
func enter(url, token string, clips []clip, listen bool) (*client.RTCClient, error) {
	options := &client.Options{AutoSubscribe: listen, SignalRequestInterceptor: nameSources(clips)}
	conn, err := client.NewWebSocketConn(url, token, options)
	if err != nil {
		return nil, fmt.Errorf("signalling: %w", err)
	}
	participant, err := client.NewRTCClient(conn, false, options)
	if err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- participant.Run() }()
	go func() {
		fail(fmt.Errorf("a participant is out of the call: %w", <-ended))
	}()
	if err := participant.WaitUntilConnected(0); err != nil {
		return nil, err
	}
	for _, clip := range clips {
		track, err := webrtc.NewTrackLocalStaticSample(webrtc.RTPCodecCapability{MimeType: clip.mimeType}, clip.id, "crowd")
		if err != nil {
			return nil, err
		}
		if _, err := participant.AddTrack(track, "", client.AddTrackNoWriter()); err != nil {
			return nil, fmt.Errorf("%s: %w", clip.id, err)
		}
		go clip.play(track)
	}
	return participant, nil
}

// nameSources says of each track what it is: a token of ours allows a camera and a microphone, and nothing without a name.
func nameSources(clips []clip) client.SignalRequestInterceptor {
	return func(request *livekit.SignalRequest, next client.SignalRequestHandler) error {
		if track := request.GetAddTrack(); track != nil {
			for _, clip := range clips {
				if clip.id == track.Cid {
					clip.describe(track)
				}
			}
		}
		return next(request)
	}
}
